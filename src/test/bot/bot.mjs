// A guest that takes part in a whole room, written from docs/wire.md alone and needing nothing but Node.
//
//     node bot.mjs <base-url> <room-code> <name>
//
// Prints one JSON object a line: what it saw and what became of its commands, and last {"done":true,"fold":<the room>}.
// Ends with 0 when the room closes, with 1 and a sentence on any breach of the page. On standard input it takes the
// words "leave" (the socket is lost, with a command under way) and "return".

import { createInterface } from 'node:readline';
import { Door } from './door.mjs';
import { Guest } from './guest.mjs';
import { Seat } from './seat.mjs';

const [base, code, name] = process.argv.slice(2);
if (!base || !code || !name) {
  console.error('node bot.mjs <base-url> <room-code> <name>');
  process.exit(2);
}

function say(what, fields) {
  process.stdout.write(`${JSON.stringify({ what, ...fields })}\n`);
}

function broken(error) {
  say('broken', { sentence: error.message });
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}

async function main() {
  const door = new Door(base);
  const room = await door.join(code, name);
  let phase = null;
  let guest = null;
  const seat = new Seat(door, room, {
    snapshot: () => say('snapshot', { you: seat.you }),
    open: (first) => say('open', { first }),
    shut: (closeCode) => say('closed', { code: closeCode }),
    event: ({ event, type, by }) => say('event', { event, type, by, mine: by === seat.you }),
    changed() {
      const running = seat.fold.phase;
      if (running && `${running.id} ${running.runs}` !== phase) {
        phase = `${running.id} ${running.runs}`;
        const { id, mode, instrument, visibility, kinds, may } = running;
        say('phase', { id, run: running.runs, mode, instrument, visibility, kinds, may });
      }
      guest.changed();
    },
    broken,
  });
  guest = new Guest(seat, name, (material, page) => door.page(room, material, page), say);
  say('joined', { room });

  createInterface({ input: process.stdin }).on('line', (word) => {
    if (word === 'leave') {
      seat
        .send({ type: 'ask-time' })
        .then(({ frame, reason, told }) => say('late answer', { answer: frame, reason, told }));
      seat.leave();
      say('left', {});
    } else if (word === 'return') {
      seat.comeBack();
    }
  });

  seat.start();
  await seat.beat();
  await guest.takePart();
  say('room closed', {});
  await seat.beat();
  seat.end();
  say('end', {});
  process.stdout.write(`${JSON.stringify({ done: true, fold: seat.fold.room })}\n`);
  process.exit(0);
}

main().catch(broken);
