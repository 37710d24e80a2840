/** A citizen's message and what became of it, in hours before now, so that the desk looks alive whenever it is laid out. */
export interface DemoDialogue {
  department: string;
  citizen: string;
  visibility?: 'public' | 'pseudonym' | 'department';
  title: string;
  body: string;
  postedHoursAgo: number;
  /** None: it comes in now, and the desk screens, queues and assigns it for real. */
  answer?: DemoReply | DemoLetter;
}

export interface DemoReply {
  kind: 'reply';
  /** The e-mail address of the officer. */
  officer: string;
  hoursAgo: number;
  body: string;
}

export interface DemoLetter {
  kind: 'letter';
  author: string;
  approver: string;
  hoursAgo: number;
  title: string;
  salutation: string;
  body: string;
}
