import type { ReactNode } from 'react';
import type { ConversationView } from '#contracts/conversations.http.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { ConflictNotice } from './conflict-notice.js';

/** What an act's dialog needs of the acts: to do it, and to say what stood in its way. */
interface Acts<Order> {
  run: (order: Order) => Promise<unknown>;
  isPending: boolean;
  hasConflict: boolean;
  dismiss: () => void;
}

interface Props<Order> {
  conversation: ConversationView;
  acts: Acts<Order>;
  onClose: () => void;
  title: string;
  submit: string;
  /** Null while something is missing; the field then says what. */
  order: () => Order | null;
  children: ReactNode;
}

/** A question before an act. It closes when the act was done; a conflict is shown in it, and nothing typed is lost. */
export function ActDialog<Order>(props: Props<Order>) {
  const { title, submit, order, conversation, acts, onClose, children } = props;
  const onSubmit = () => {
    const given = order();
    if (given) void acts.run(given).then(onClose, () => undefined);
  };
  return (
    <FormDialog title={title} submit={submit} isPending={acts.isPending} onSubmit={onSubmit} onClose={onClose}>
      {acts.hasConflict && <ConflictNotice conversation={conversation} onDismiss={acts.dismiss} />}
      {children}
    </FormDialog>
  );
}
