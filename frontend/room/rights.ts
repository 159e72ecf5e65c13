import { haveBoards } from './company.ts';
import type { Action, Pair, PersonEntity, PhaseEntity, Role, RoomEntity, TurnsEntity } from './entities.ts';

/** Where what a person writes would go right now. */
export type Writing =
  /** To the board, at once. */
  | 'open'
  /** Sealed until the phase ends. */
  | 'sealed'
  /** Sealed until the phase ends, and then nobody can tell whose it was. */
  | 'anonymous'
  /** To the board of one's small group. */
  | 'group'
  /** To oneself, because one is in no group. */
  | 'groupless'
  /** Nowhere: nothing of this phase is kept. */
  | 'unrecorded'
  /** To oneself, because the phase is private. */
  | 'private'
  /** To oneself, because the protocol lets others post in this phase. */
  | 'listening'
  /** To oneself, until one's turn in the round comes. */
  | 'turn'
  /** To the board, for the person whose turn it is. */
  | 'scribe'
  /** To oneself, because no phase is running right now. */
  | 'between'
  /** To oneself, because the phase's time is up and writing has closed. */
  | 'locked'
  /** Nowhere: the room has not begun. */
  | 'waiting'
  /** Nowhere: the room is closed. */
  | 'closed';

export interface Standing {
  readonly room: RoomEntity | undefined;
  readonly me: PersonEntity | undefined;
  readonly phase: PhaseEntity | undefined;
  /** Whose turn it is, where turns go round. */
  readonly turns?: TurnsEntity | undefined;
  /** The small group one is in. */
  readonly group?: Pair | undefined;
}

const SCRIBES: readonly Role[] = ['recorder', 'second-recorder', 'facilitator'];

/** As what a person acts: whoever holds the phase in turn is its presenter, and nobody else. */
export function actingRole(me: PersonEntity, phase: PhaseEntity): Role {
  if (!phase.holder) {
    return me.role;
  }
  return phase.holder === me.id ? 'presenter' : me.role === 'presenter' ? 'participant' : me.role;
}

/** Whether the phase lets this person do `action` now. The server decides; this only spares people a refusal. */
export function may(standing: Standing, action: Action): boolean {
  const { room, me, phase } = standing;
  if (room?.status !== 'running' || !me || phase?.state !== 'running' || phase.locked) {
    return false;
  }
  return (phase.may[action]?.includes(actingRole(me, phase)) || phase.grants?.[me.id]?.includes(action)) ?? false;
}

/** Where a new note of this person goes. */
export function writing(standing: Standing): Writing {
  const { room, me, phase } = standing;
  if (!room || room.status === 'waiting') {
    return 'waiting';
  }
  if (room.status === 'closed') {
    return 'closed';
  }
  if (!phase || phase.state !== 'running' || !me) {
    return 'between';
  }
  if (phase.visibility === 'unrecorded') {
    return 'unrecorded';
  }
  if (phase.visibility === 'private') {
    return 'private';
  }
  if (phase.locked) {
    return 'locked';
  }
  if (isSealedBoard(phase) && me.role !== 'coach') {
    return phase.visibility === 'anonymous' ? 'anonymous' : 'sealed';
  }
  if (!may(standing, 'post')) {
    return 'listening';
  }
  if (haveBoards(phase)) {
    return standing.group ? 'group' : 'groupless';
  }
  const { turns } = standing;
  if (phase.mode !== 'ROUND' || !turns?.order.length || turns.speaking.includes(me.id)) {
    return 'open';
  }
  return turns.speaking.length === 1 && SCRIBES.includes(me.role) ? 'scribe' : 'turn';
}

/** Whether notes written in this phase stay closed until it ends; a sealed ballot or draft seals no notes. */
export function isSealedBoard(phase: PhaseEntity | undefined): boolean {
  return (phase?.visibility === 'sealed' || phase?.visibility === 'anonymous') && phase.instrument === 'board';
}

/** Whether marks of what somebody is just doing may be shown: never where writing is private, sealed or silent about it. */
export function isOpenPhase(phase: PhaseEntity | undefined): boolean {
  return phase?.state === 'running' && phase.visibility === 'open';
}
