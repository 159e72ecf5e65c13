import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Capturing } from './capture/capturing.ts';
import type { Take } from './capture/drawer.ts';
import { laid } from './capture/reel.ts';
import { Sketch, type Point } from './capture/strokes.ts';

const WIDTH = 1200;
const HEIGHT = 800;
const STEP = 20;
const SMALL = 4;

/** All of them stand out from white paper by 4.5 to 1 or more. */
const COLOURS = { black: '#1b1b1f', blue: '#1d4ed8', red: '#b91c1c', green: '#15703a', brown: '#8a4b0f', purple: '#7e22ce' };
const WIDTHS = { thin: 4, middle: 8, thick: 18 };

type Colour = keyof typeof COLOURS;
type Width = keyof typeof WIDTHS;

/**
 * A sheet to draw on: with a mouse, a pen, a finger, or the arrow keys. Paper stays white in the dark, as it will be printed.
 * Every stroke lies in the browser's own database as it is made.
 */
@customElement('tessera-sketch')
export class TesseraSketch extends Capturing {
  static override styles = [
    ...Capturing.styles,
    css`
      .stage {
        padding: clamp(0.5rem, 2vw, 1rem);
      }

      .paper {
        position: relative;
        line-height: 0;
      }

      canvas {
        inline-size: 100%;
        block-size: auto;
        aspect-ratio: ${WIDTH} / ${HEIGHT};
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: #fff;
        cursor: crosshair;
        touch-action: none;
      }

      canvas:focus-visible {
        outline: 3px solid var(--tessera-focus, Highlight);
        outline-offset: 2px;
      }

      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem 1.25rem;
        align-items: center;
      }

      .tools fieldset {
        display: flex;
        flex-wrap: wrap;
        gap: 0.35rem;
        align-items: center;
      }

      .tools legend {
        float: inline-start;
        margin-inline-end: 0.5rem;
        padding: 0;
        color: var(--ink-soft);
        font-size: 0.875rem;
      }

      .pick {
        display: inline-flex;
        gap: 0.4rem;
        align-items: center;
        min-block-size: 2.5rem;
        padding: 0 0.7rem;
        border: 1px solid var(--line);
        border-radius: 0.5rem;
        background: var(--raised);
        font-size: 0.875rem;
      }

      .pick[aria-pressed='true'] {
        border-color: var(--accent-ink);
        background: var(--accent-soft);
        font-weight: 600;
      }

      .dot {
        display: inline-block;
        inline-size: 1rem;
        block-size: 1rem;
        border: 2px solid #fff;
        border-radius: 50%;
        box-shadow: 0 0 0 1px var(--line-strong);
      }
    `,
  ];

  protected readonly way = 'drawing';
  @query('canvas') private canvas!: HTMLCanvasElement | null;
  @state() private colour: Colour = 'black';
  @state() private thick: Width = 'middle';
  @state() private said = '';
  private sketch = new Sketch();
  private take: Take | undefined;
  /** Where the arrow keys have the pen; nowhere until they are used. */
  private pen: Point | undefined;
  private saving: Promise<void> = Promise.resolve();

  protected override async ready(): Promise<void> {
    this.take = this.takes.find((one) => one.state !== 'handing');
    this.sketch = Sketch.of(this.take?.strokes);
    if (!this.sketch.isEmpty) {
      this.line = this.say('drawing.back');
    }
    addEventListener('pagehide', () => void this.note());
    this.requestUpdate();
    await this.updateComplete;
    this.paint();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.paint();
  }

  protected override render(): TemplateResult {
    const { sketch } = this;
    return html`
      <section class="stage" aria-label=${this.say('drawing.sheet')}>
        <div class="tools">
          <fieldset>
            <legend>${this.say('drawing.colour')}</legend>
            ${(Object.keys(COLOURS) as Colour[]).map(
              (one) => html`<button
                class="pick"
                type="button"
                aria-pressed=${one === this.colour}
                @click=${() => (this.colour = one)}
              >
                <span class="dot" style="background: ${COLOURS[one]}"></span>${this.say(`drawing.colour.${one}`)}
              </button>`,
            )}
          </fieldset>
          <fieldset>
            <legend>${this.say('drawing.width')}</legend>
            ${(Object.keys(WIDTHS) as Width[]).map(
              (one) => html`<button
                class="pick"
                type="button"
                aria-pressed=${one === this.thick}
                @click=${() => (this.thick = one)}
              >
                ${this.say(`drawing.width.${one}`)}
              </button>`,
            )}
          </fieldset>
        </div>
        <div class="paper">
          <canvas
            width=${WIDTH}
            height=${HEIGHT}
            tabindex="0"
            role="application"
            aria-roledescription=${this.say('drawing.sheet')}
            aria-label=${this.say('drawing.sheet')}
            aria-describedby="keys"
            @pointerdown=${this.down}
            @pointermove=${this.move}
            @pointerup=${this.up}
            @pointercancel=${this.up}
            @keydown=${this.key}
            @blur=${this.leave}
          ></canvas>
        </div>
        <p class="hint" id="keys">${this.say('drawing.keys')}</p>
        <p class="aloud" role="status">${this.said}</p>
        <div class="row">
          <button class="button" type="button" ?disabled=${!sketch.mayUndo} @click=${() => this.change(() => sketch.undo())}>
            ${this.say('drawing.undo')}
          </button>
          <button class="button" type="button" ?disabled=${!sketch.mayRedo} @click=${() => this.change(() => sketch.redo())}>
            ${this.say('drawing.redo')}
          </button>
          <button class="button" type="button" ?disabled=${sketch.isEmpty} @click=${() => this.change(() => sketch.clear())}>
            ${this.say('drawing.clear')}
          </button>
        </div>
      </section>
      ${this.take ? this.about(this.take) : ''}
      <p class="hint">${this.say('drawing.own')}</p>
      <div class="row">
        <button
          class="button primary"
          type="button"
          ?disabled=${sketch.isEmpty || this.going !== ''}
          @click=${this.keepDrawing}
        >
          ${this.say('keep')}
        </button>
      </div>
      ${this.told()}
    `;
  }

  private place_(event: PointerEvent): Point {
    const box = this.canvas!.getBoundingClientRect();
    return {
      x: Math.round(((event.clientX - box.x) / box.width) * WIDTH),
      y: Math.round(((event.clientY - box.y) / box.height) * HEIGHT),
    };
  }

  private readonly down = (event: PointerEvent): void => {
    if (event.button !== 0 || this.going) {
      return;
    }
    this.canvas?.setPointerCapture(event.pointerId);
    this.pen = undefined;
    this.sketch.begin(this.place_(event), COLOURS[this.colour], WIDTHS[this.thick]);
    this.paint();
  };

  private readonly move = (event: PointerEvent): void => {
    if (this.sketch.isDown && !this.pen) {
      // browsers gather what a fast hand did between two frames
      const all = event.getCoalescedEvents?.() ?? [];
      (all.length > 0 ? all : [event]).forEach((one) => this.sketch.go(this.place_(one)));
      this.paint();
    }
  };

  private readonly up = (): void => {
    if (this.sketch.isDown && !this.pen) {
      this.change(() => this.sketch.end());
    }
  };

  private readonly key = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      event.preventDefault();
      this.change(() => (event.shiftKey ? this.sketch.redo() : this.sketch.undo()));
      return;
    }
    const by = ({ ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] } as Record<string, number[]>)[
      event.key
    ];
    if (by) {
      event.preventDefault();
      const from = this.pen ?? { x: WIDTH / 2, y: HEIGHT / 2 };
      const step = event.shiftKey ? SMALL : STEP;
      this.pen = {
        x: Math.max(0, Math.min(WIDTH, from.x + by[0]! * step)),
        y: Math.max(0, Math.min(HEIGHT, from.y + by[1]! * step)),
      };
      this.sketch.go(this.pen);
      this.paint();
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      this.pen ??= { x: WIDTH / 2, y: HEIGHT / 2 };
      if (this.sketch.isDown) {
        this.change(() => this.sketch.end());
        this.said = this.say('drawing.pen.up');
      } else {
        this.sketch.begin(this.pen, COLOURS[this.colour], WIDTHS[this.thick]);
        this.said = this.say('drawing.pen.down');
        this.paint();
      }
    }
  };

  private readonly leave = (): void => {
    if (this.pen) {
      this.pen = undefined;
      this.change(() => this.sketch.end());
    }
  };

  private change(what: () => void): void {
    what();
    this.requestUpdate();
    void this.note();
  }

  /** Puts the drawing into the drawer, one state after the other. */
  private note(): Promise<void> {
    this.saving = this.saving.then(async () => {
      if (!this.take && this.sketch.isEmpty && !this.sketch.mayUndo) {
        return;
      }
      this.take ??= this.begun('image/png');
      this.take.strokes = this.sketch.kept();
      try {
        await this.drawer.save(this.take);
        this.requestUpdate();
      } catch {
        this.trouble = this.say('full');
      }
    });
    return this.saving;
  }

  private paint(): void {
    const pen = this.canvas?.getContext('2d');
    if (!pen) {
      return;
    }
    this.draw(pen);
    if (this.pen) {
      const { x, y } = this.pen;
      pen.strokeStyle = COLOURS.black;
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(x, y, 14, 0, 2 * Math.PI);
      pen.moveTo(x - 22, y);
      pen.lineTo(x + 22, y);
      pen.moveTo(x, y - 22);
      pen.lineTo(x, y + 22);
      pen.stroke();
    }
  }

  private draw(pen: CanvasRenderingContext2D): void {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    for (const { colour, width, points } of this.sketch.strokes()) {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.beginPath();
      points.forEach(({ x, y }, i) => (i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
      if (points.length === 1) {
        pen.lineTo(points[0]!.x + 0.1, points[0]!.y);
      }
      pen.stroke();
    }
  }

  private readonly keepDrawing = async (): Promise<void> => {
    this.sketch.end();
    await this.note();
    const { take } = this;
    if (!take) {
      return;
    }
    const sheet = document.createElement('canvas');
    sheet.width = WIDTH;
    sheet.height = HEIGHT;
    const pen = sheet.getContext('2d');
    if (pen) {
      this.draw(pen);
    }
    const file = await new Promise<Blob | null>((done) => sheet.toBlob(done, 'image/png'));
    if (!file) {
      this.trouble = this.say('full');
      return;
    }
    await this.keep(take, file);
    if (!(await laid(this.drawer, take))) {
      // it is with the server now: the next drawing begins on an empty sheet
      this.take = undefined;
      this.sketch = new Sketch();
      this.requestUpdate();
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-sketch': TesseraSketch;
  }
}
