import { describe, expect, it } from '@jest/globals';
import { type Happening, isNewsTo, mayBeTakenBack } from './happened-since.js';

const ANA = 'ana';
let version = 1;
const by = (type: string, actorKind: Happening['actorKind'], actorId: string | null = null): Happening => {
  version += 1;
  return { version, type, actorKind, actorId, undoesVersion: null };
};
const undoing = (fact: Happening): Happening => ({
  ...by('conversation.restored', 'officer', ANA),
  undoesVersion: fact.version,
});
const tagged = by('conversation.tagged', 'officer', ANA);
const transferred = by('conversation.transferred', 'officer', ANA);
const givenOut = by('conversation.assigned', 'system');
const back = undoing(transferred);

describe('what happened since a row was seen', () => {
  it.each<[string, Happening[], boolean]>([
    ['nothing', [], false],
    ['her own act', [by('conversation.assigned', 'officer', ANA)], false],
    ["a colleague's act", [by('conversation.assigned', 'officer', 'bo')], true],
    ["her own act and a citizen's message", [by('x', 'officer', ANA), by('message.received', 'citizen', 'c')], true],
    ['the desk gave it to somebody by itself', [by('conversation.assigned', 'system')], true],
    ['the desk noted how long it waits', [by('conversation.escalated', 'system')], false],
    ['a colleague woke it', [by('conversation.woken', 'officer', 'bo')], true],
  ])('%s', (_, since, isNews) => {
    expect(isNewsTo(ANA, since)).toBe(isNews);
  });
});

describe('what happened since an act that is to be taken back', () => {
  it.each<[string, Happening[], boolean]>([
    ['nothing', [], true],
    ['the desk gave it to somebody', [by('conversation.assigned', 'system')], true],
    [
      'it was escalated and woken by time',
      [by('conversation.escalated', 'system'), by('conversation.woken', 'system')],
      true,
    ],
    ['a person took it', [by('conversation.assigned', 'officer', 'bo')], false],
    ['the officer did something else', [by('conversation.assigned', 'officer', ANA)], false],
    ['the citizen wrote', [by('message.received', 'citizen', 'c')], false],
    ['a later act that was taken back', [transferred, givenOut, back], true],
    ['one that was taken back and one that was not', [tagged, transferred, givenOut, back], false],
    [
      'a person came after what was taken back',
      [transferred, back, by('conversation.assigned', 'officer', 'bo')],
      false,
    ],
    ['a message was cleared', [by('message.cleared', 'system')], false],
  ])('%s', (_, since, isPossible) => {
    expect(mayBeTakenBack(since)).toBe(isPossible);
  });
});
