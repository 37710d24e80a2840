/** Words of the officer that only this device has. */
export interface Unsaved {
  kind: 'reply' | 'note' | 'letter' | 'policy' | 'calendar' | 'screening';
  /** The screen on which they are written. */
  at: string;
  text: string;
}
