import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Capturing } from './capture/capturing.ts';
import type { Take } from './capture/drawer.ts';
import { laid, Reel, stretches } from './capture/reel.ts';
import { clock, level, loudness, wav } from './capture/sound.ts';

/** How long a piece of sound is that goes into the drawer, in milliseconds: a crash loses no more than that. */
const PIECE = 1000;
/** What joined stretches are sampled at: speech needs no more. */
const RATE = 24_000;
const TICK = 100;

type Standing = 'idle' | 'asking' | 'recording' | 'paused';

/**
 * Records what somebody says: with pauses, a clock and a meter that says in words how loud it is. Every second of it lies in
 * the browser's own database, until the server has all of it.
 */
@customElement('tessera-recorder')
export class TesseraRecorder extends Capturing {
  static override styles = [
    ...Capturing.styles,
    css`
      .clock {
        font-size: clamp(2.5rem, 12vw, 4rem);
        font-weight: 300;
        font-variant-numeric: tabular-nums;
        line-height: 1;
        text-align: center;
      }

      .state {
        text-align: center;
        font-weight: 600;
      }

      .meter {
        display: flex;
        gap: 3px;
        align-items: end;
        justify-content: center;
        block-size: 2.75rem;
      }

      .meter i {
        inline-size: clamp(0.6rem, 3vw, 1rem);
        border: 1px solid var(--line-strong);
        border-radius: 3px;
      }

      .meter i.on {
        border-color: var(--accent);
        background: var(--accent);
      }

      .heard {
        min-block-size: 1.5em;
        text-align: center;
      }

      .row.middle {
        justify-content: center;
      }

      .button.primary {
        min-inline-size: 10rem;
      }
    `,
  ];

  protected readonly way = 'voice';
  @state() private standing: Standing = 'idle';
  @state() private now: Take | undefined;
  @state() private loud = 0;
  @state() private heard = '';
  @state() private sounds: Readonly<Record<string, string>> = {};
  private recorder: MediaRecorder | undefined;
  private stream: MediaStream | undefined;
  private reel: Reel | undefined;
  private context: AudioContext | undefined;
  private timer = 0;
  private at = 0;

  override disconnectedCallback(): void {
    this.letGo();
    super.disconnectedCallback();
  }

  /** What was cut off is no longer being made: it can be listened to, gone on with, or kept. */
  protected override async ready(): Promise<void> {
    for (const take of this.takes.filter((one) => one.state !== 'handing')) {
      await this.prepare(take);
    }
    addEventListener('pagehide', () => this.note());
  }

  protected override render(): TemplateResult {
    const others = this.takes.filter((take) => take.id !== this.now?.id);
    return html`
      ${this.canRecord() ? this.stage() : html`<div class="stage"><p>${this.say('voice.cannot')}</p></div>`}
      ${this.told()} ${others.length > 0 ? this.waiting(others) : nothing}
    `;
  }

  private canRecord(): boolean {
    return typeof MediaRecorder !== 'undefined' && navigator.mediaDevices !== undefined;
  }

  private stage(): TemplateResult {
    const isOn = this.standing === 'recording' || this.standing === 'paused';
    const bars = Array.from({ length: 10 }, (_, i) => i);
    return html`<section class="stage" aria-label=${this.say('voice.recorder')}>
      <p class="clock" aria-label=${this.say('voice.clock')} role="timer" aria-live="off">${clock(this.now?.millis ?? 0)}</p>
      <p class="state" role="status">${this.say(`voice.state.${this.standing}`)}</p>
      <div
        class="meter"
        role="meter"
        aria-label=${this.say('voice.level')}
        aria-valuemin="0"
        aria-valuemax="10"
        aria-valuenow=${this.loud}
        aria-valuetext=${this.say(`voice.level.${loudness(this.loud)}`)}
      >
        ${bars.map((i) => html`<i class=${i < this.loud ? 'on' : ''} style="block-size: ${20 + i * 8}%"></i>`)}
      </div>
      <p class="hint heard">${isOn ? this.heard : this.say('voice.level.before')}</p>
      <div class="row middle">
        ${isOn
          ? html`
              <button class="button" type="button" @click=${this.pauseOrGoOn}>
                ${this.say(this.standing === 'paused' ? 'voice.resume' : 'voice.pause')}
              </button>
              <button class="button primary" type="button" @click=${this.finish}>${this.say('voice.finish')}</button>
            `
          : html`<button
              class="button primary"
              type="button"
              ?disabled=${this.standing === 'asking' || this.going !== ''}
              @click=${() => this.begin()}
            >
              ${this.say(this.takes.length > 0 ? 'voice.again' : 'voice.record')}
            </button>`}
      </div>
    </section>`;
  }

  private waiting(takes: readonly Take[]): TemplateResult {
    return html`<section aria-labelledby="waiting">
      <h2 id="waiting">${this.say('voice.waiting')}</h2>
      <p class="hint">${this.say('voice.waiting.help')}</p>
      <ul class="takes">
        ${takes.map((take) => html`<li class="take">${this.card(take)}</li>`)}
      </ul>
    </section>`;
  }

  private card(take: Take): TemplateResult {
    const isBusy = this.going !== '' || this.standing === 'recording' || this.standing === 'paused';
    return html`
      <strong>${this.when(take)}${take.state === 'making' ? ` · ${this.say('voice.cut')}` : ''}</strong>
      ${this.sounds[take.id]
        ? html`<audio controls src=${this.sounds[take.id]!} aria-label=${this.say('voice.listen', this.when(take))}></audio>`
        : nothing}
      ${this.going === take.id
        ? html`<p class="hint">${this.line}</p>`
        : html`
            ${this.about(take)}
            <label>
              ${this.say('voice.transcript')}
              <span class="soft" id="words-help-${take.id}">${this.say('voice.transcript.help')}</span>
              <textarea
                class="field"
                rows="4"
                maxlength="100000"
                aria-describedby="words-help-${take.id}"
                .value=${take.transcript}
                @input=${(event: Event) =>
                  void this.typed(take, { transcript: (event.target as HTMLTextAreaElement).value })}
              ></textarea>
            </label>
            <p class="hint">${this.say('voice.own')}</p>
            <div class="row">
              <button class="button primary" type="button" ?disabled=${isBusy} @click=${() => this.keepVoice(take)}>
                ${this.say('keep')}
              </button>
              ${take.state === 'making'
                ? html`<button class="button" type="button" ?disabled=${isBusy} @click=${() => this.begin(take)}>
                    ${this.say('voice.goon')}
                  </button>`
                : nothing}
              <button class="button quiet" type="button" ?disabled=${isBusy} @click=${() => this.discard(take)}>
                ${this.say('discard')}
              </button>
            </div>
          `}
    `;
  }

  /** Begins a recording, or goes on with one that was cut off. */
  private async begin(before?: Take): Promise<void> {
    this.trouble = '';
    this.line = '';
    this.standing = 'asking';
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch (no) {
      this.standing = 'idle';
      this.trouble = this.say((no as DOMException).name === 'NotFoundError' ? 'voice.none' : 'voice.refused');
      return;
    }
    const recorder = new MediaRecorder(this.stream);
    const take = before ?? this.begun(recorder.mimeType || 'audio/webm');
    take.state = 'making';
    take.media = recorder.mimeType || take.media;
    this.reel = new Reel(this.drawer, take.id, take.stretches++);
    await this.drawer.save(take);
    this.forget(take.id);
    this.now = take;
    recorder.ondataavailable = ({ data }) => {
      if (data.size > 0) {
        this.reel?.add(data.arrayBuffer());
        this.note();
      }
    };
    recorder.onerror = () => void this.finish();
    this.recorder = recorder;
    this.listen(this.stream);
    recorder.start(PIECE);
    this.standing = 'recording';
    this.at = performance.now();
    this.timer = window.setInterval(() => this.tick(), TICK);
  }

  /** What is said about a take goes with it into the drawer. */
  private note(): void {
    if (this.now) {
      void this.drawer.save(this.now);
      if (this.reel?.full) {
        this.trouble = this.say('full');
      }
    }
  }

  private listen(stream: MediaStream): void {
    const context = new AudioContext();
    const ear = context.createAnalyser();
    ear.fftSize = 2048;
    context.createMediaStreamSource(stream).connect(ear);
    this.context = context;
    const samples = new Float32Array(ear.fftSize);
    this.measure = () => {
      ear.getFloatTimeDomainData(samples);
      return level(samples);
    };
  }

  private measure: () => number = () => 0;
  private lately: number[] = [];

  private tick(): void {
    if (this.standing !== 'recording' || !this.now) {
      this.loud = 0;
      return;
    }
    const now = performance.now();
    this.now.millis += now - this.at;
    this.at = now;
    this.loud = this.measure();
    this.lately = [...this.lately.slice(-19), this.loud];
    // in words for the last two seconds, not for each moment
    this.heard = this.say(`voice.level.${loudness(Math.max(...this.lately))}`);
    this.requestUpdate();
  }

  private readonly pauseOrGoOn = (): void => {
    if (this.standing === 'recording') {
      this.tick();
      this.recorder?.requestData();
      this.recorder?.pause();
      this.standing = 'paused';
      this.loud = 0;
    } else {
      this.recorder?.resume();
      this.at = performance.now();
      this.standing = 'recording';
    }
  };

  private readonly finish = async (): Promise<void> => {
    const { recorder, now: take } = this;
    if (!recorder || !take) {
      return;
    }
    this.tick();
    if (recorder.state !== 'inactive') {
      const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
      recorder.stop();
      await stopped;
    }
    await this.reel?.settled();
    this.letGo();
    take.state = 'made';
    await this.drawer.save(take);
    this.now = undefined;
    this.standing = 'idle';
    await this.look();
    await this.prepare(this.takes.find((one) => one.id === take.id) ?? take);
    this.line = this.say('voice.made');
  };

  private letGo(): void {
    clearInterval(this.timer);
    this.stream?.getTracks().forEach((track) => track.stop());
    void this.context?.close();
    this.context = undefined;
    this.stream = undefined;
    this.recorder = undefined;
    this.loud = 0;
    this.lately = [];
  }

  /** Makes a take ready to be listened to. */
  private async prepare(take: Take): Promise<void> {
    try {
      this.forget(take.id);
      const file = await this.file(take);
      if (file) {
        this.sounds = { ...this.sounds, [take.id]: this.addressOf(take.id, file) };
      }
    } catch {
      this.trouble = this.say('voice.broken');
    }
  }

  /** The sound of a take: as it was recorded, or joined where it was recorded in several stretches. */
  private async file(take: Take): Promise<Blob | undefined> {
    const whole = await laid(this.drawer, take);
    if (whole) {
      return whole;
    }
    const all = await stretches(this.drawer, take);
    if (all.length < 2) {
      return all[0];
    }
    const reader = new OfflineAudioContext(1, 1, RATE);
    const parts: Float32Array[] = [];
    for (const one of all) {
      parts.push((await reader.decodeAudioData(await one.arrayBuffer())).getChannelData(0));
    }
    return new Blob([wav(parts, RATE)], { type: 'audio/wav' });
  }

  private async keepVoice(take: Take): Promise<void> {
    const file = await this.file(take);
    if (!file) {
      this.trouble = this.say('voice.empty');
      return;
    }
    await this.keep(take, file);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-recorder': TesseraRecorder;
  }
}
