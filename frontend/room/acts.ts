import type { Note } from './entities.ts';
import { haveBoards } from './company.ts';
import { joinable } from './joining.ts';
import { isSealedBoard } from './rights.ts';
import type { Seat } from './seat.ts';
import { postedBy } from './sections.ts';

/** Something a person can do with a note; `why` says why not, where the protocol's budget is spent. */
export interface Act {
  name: 'edit' | 'remove' | 'post' | 'keep' | 'move' | 'group' | 'join' | 'link' | 'answer' | 'insert';
  icon: string;
  /** The key that does it on a focused note. */
  key?: string;
  why?: string;
}

const EDIT: Act = { name: 'edit', icon: 'edit', key: 'E' };
const REMOVE: Act = { name: 'remove', icon: 'remove', key: 'Delete' };
const POST: Act = { name: 'post', icon: 'post', key: 'P' };
const KEEP: Act = { name: 'keep', icon: 'aside', key: 'K' };
const MOVE: Act = { name: 'move', icon: 'move', key: 'M' };
const GROUP: Act = { name: 'group', icon: 'group', key: 'G' };
const JOIN: Act = { name: 'join', icon: 'same', key: 'J' };
const LINK: Act = { name: 'link', icon: 'chain', key: 'C' };
const ANSWER: Act = { name: 'answer', icon: 'feedback', key: 'A' };
const INSERT: Act = { name: 'insert', icon: 'insert', key: 'I' };

/** What the person may do with a note now. What the protocol does not grant is not offered. */
export function actsOf(note: Note, seat: Seat): Act[] {
  const mine = seat.isMine(note);
  const running = seat.room?.status === 'running';
  const acts: Act[] = [];
  switch (note.state) {
    case 'among':
    case 'posted':
      if (mine && seat.may('post') && !isSealedBoard(seat.all('phases').get(note.phase))) {
        acts.push(EDIT, REMOVE);
        if (seat.phase?.budget) {
          acts.push(KEEP);
        }
      }
      if (seat.may('arrange')) {
        acts.push(MOVE, GROUP);
        if (note.state === 'posted' && joinable(note, seat.board.notes.values(), seat.all('phases'), seat.phase).length > 0) {
          acts.push(JOIN);
        }
        if (note.state === 'posted' && seat.phase?.layout === 'web') {
          acts.push(LINK);
        }
      }
      if (note.state === 'posted' && seat.phase?.layout === 'web' && seat.may('post')) {
        acts.push(ANSWER);
      }
      break;
    case 'private':
    case 'aside':
      if (mine && running) {
        if (seat.may('post') && seat.phase?.visibility !== 'unrecorded' && seat.writing !== 'groupless') {
          acts.push(leftToPost(seat) === 0 ? { ...POST, why: 'post.spent' } : POST);
          if (note.state === 'private') {
            acts.push(KEEP);
          }
        }
        acts.push(EDIT, REMOVE);
      }
      break;
    case 'sealed':
      if (mine && running && !seat.phase?.locked && note.phase === seat.phase?.id) {
        acts.push(EDIT, REMOVE);
      }
      break;
  }
  if (note.state !== 'sealed' && [...seat.all('statements').values()].some((each) => seat.mayWrite(each))) {
    acts.push(INSERT);
  }
  return acts;
}

/** How many notes the person may still post in this phase; `undefined` where there is no limit. */
export function leftToPost(seat: Seat): number | undefined {
  const { phase } = seat;
  if (!phase?.budget || phase.instrument !== 'board') {
    return undefined;
  }
  return Math.max(0, phase.budget - postedBy(seat.you, seat.board.notes, seat.all('phases')));
}

/** How many dots the person has left, and has given to `target`, with those under way. */
export function dotsOf(seat: Seat, target?: string): { given: number; left: number; underWay: number } {
  const marks = seat.ballot?.marks ?? {};
  const spent = Object.values(marks).reduce((sum, dots) => sum + dots, 0);
  const allUnderWay = [...seat.board.dots.values()].reduce((sum, dots) => sum + dots, 0);
  const underWay = target === undefined ? 0 : (seat.board.dots.get(target) ?? 0);
  return {
    given: target === undefined ? spent : (marks[target] ?? 0),
    left: Math.max(0, (seat.phase?.budget ?? 0) - spent - allUnderWay),
    underWay,
  };
}
