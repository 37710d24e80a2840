import { describe, expect, it } from '@jest/globals';
import {
  isConversationPublic,
  MODERATION_STATES,
  type Moderated,
  type Sight,
  sightOf,
  VISIBILITIES,
  type Visibility,
} from './visibility.js';

/** What the public sees, by visibility, of a message that is screening, held, visible, redacted, hidden. */
const PUBLIC: Record<Visibility, [Sight, Sight, Sight, Sight, Sight]> = {
  public: ['nothing', 'nothing', 'full', 'nothing', 'tombstone'],
  pseudonym: ['nothing', 'nothing', 'pseudonym', 'nothing', 'tombstone'],
  department: ['nothing', 'nothing', 'nothing', 'nothing', 'nothing'],
};

const messages: Moderated[] = VISIBILITIES.flatMap((visibility) =>
  MODERATION_STATES.map((state) => ({ visibility, state })),
);
const publicSight = ({ visibility, state }: Moderated) => PUBLIC[visibility][MODERATION_STATES.indexOf(state)];

describe('the one visibility gate', () => {
  it.each(messages)('shows the public the right thing of a $visibility message that is $state', (message) => {
    expect(sightOf('public', message)).toBe(publicSight(message));
  });

  it.each(messages)('shows staff and its author all of a $visibility message that is $state', (message) => {
    expect([sightOf('staff', message), sightOf('author', message)]).toEqual(['full', 'full']);
  });

  it.each(messages)('opens the page of a conversation only on what can be read ($visibility, $state)', (message) => {
    const isReadable = ['full', 'pseudonym'].includes(publicSight(message) ?? '');
    expect(isConversationPublic(message)).toBe(isReadable);
  });

  it('publishes exactly two of the fifteen', () => {
    expect(messages.filter(isConversationPublic)).toEqual([
      { visibility: 'public', state: 'visible' },
      { visibility: 'pseudonym', state: 'visible' },
    ]);
  });
});
