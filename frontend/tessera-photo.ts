import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { Capturing } from './capture/capturing.ts';
import type { Take } from './capture/drawer.ts';
import { laid, stretches } from './capture/reel.ts';

/** Longest side of a photo that is sent; the server draws no finer. */
const LONGEST = 2400;

/**
 * Takes a photo with the device's camera, or one that is there already. It is drawn anew before it is sent, so that where and
 * by whom it was taken never leaves the browser, and waits in the browser's own database until the server has it.
 */
@customElement('tessera-photo')
export class TesseraPhoto extends Capturing {
  static override styles = [
    ...Capturing.styles,
    css`
      video,
      img {
        inline-size: 100%;
        max-block-size: 60vh;
        border-radius: var(--radius);
        background: #000;
        object-fit: contain;
      }

      .take img {
        background: var(--sunken);
      }

      .from {
        display: grid;
        gap: 1rem;
      }

      input[type='file'] {
        inline-size: 100%;
        padding: 0.6rem;
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius);
        background: var(--sunken);
        color: inherit;
        font: inherit;
      }
    `,
  ];

  protected readonly way = 'photo';
  @query('video') private finder!: HTMLVideoElement | null;
  @state() private stream: MediaStream | undefined;
  @state() private pictures: Readonly<Record<string, string>> = {};
  @state() private stated: Readonly<Record<string, boolean>> = {};

  override disconnectedCallback(): void {
    this.close();
    super.disconnectedCallback();
  }

  protected override async ready(): Promise<void> {
    for (const take of this.takes) {
      await this.show(take);
    }
  }

  protected override render(): TemplateResult {
    return html`
      <section class="stage" aria-label=${this.say('photo.camera')}>
        ${this.stream
          ? html`
              <video autoplay muted playsinline .srcObject=${this.stream} aria-label=${this.say('photo.finder')}></video>
              <div class="row">
                <button class="button primary" type="button" @click=${this.shoot}>${this.say('photo.shoot')}</button>
                <button class="button" type="button" @click=${this.close}>${this.say('photo.close')}</button>
              </div>
            `
          : html`<div class="from">
              ${navigator.mediaDevices
                ? html`<div class="row">
                    <button class="button primary" type="button" @click=${this.aim}>${this.say('photo.open')}</button>
                  </div>`
                : nothing}
              <label>
                ${this.say('photo.choose')}
                <span class="soft" id="choose-help">${this.say('photo.choose.help')}</span>
                <input
                  type="file"
                  accept="image/*"
                  capture="environment"
                  aria-describedby="choose-help"
                  @change=${this.chosen}
                />
              </label>
            </div>`}
      </section>
      ${this.told()} ${this.takes.length > 0 ? this.waiting() : nothing}
    `;
  }

  private waiting(): TemplateResult {
    return html`<section aria-labelledby="waiting">
      <h2 id="waiting">${this.say('photo.waiting')}</h2>
      <ul class="takes">
        ${this.takes.map((take) => html`<li class="take">${this.card(take)}</li>`)}
      </ul>
    </section>`;
  }

  private card(take: Take): TemplateResult {
    return html`
      <strong>${this.when(take)}</strong>
      ${this.pictures[take.id] ? html`<img src=${this.pictures[take.id]!} alt=${take.description} />` : nothing}
      ${this.going === take.id
        ? html`<p class="hint">${this.line}</p>`
        : html`
            ${this.about(take)}
            <label class="statement">
              <input
                type="checkbox"
                .checked=${this.stated[take.id] ?? false}
                @change=${(event: Event) =>
                  (this.stated = { ...this.stated, [take.id]: (event.target as HTMLInputElement).checked })}
              />
              <span>${this.say('photo.stated')}</span>
            </label>
            <p class="hint">${this.say('photo.gate')}</p>
            <div class="row">
              <button class="button primary" type="button" ?disabled=${this.going !== ''} @click=${() => this.give(take)}>
                ${this.say('keep')}
              </button>
              <button class="button quiet" type="button" ?disabled=${this.going !== ''} @click=${() => this.discard(take)}>
                ${this.say('discard')}
              </button>
            </div>
          `}
    `;
  }

  private readonly aim = async (): Promise<void> => {
    this.trouble = '';
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch (no) {
      this.trouble = this.say((no as DOMException).name === 'NotFoundError' ? 'photo.none' : 'photo.refused');
    }
  };

  private readonly close = (): void => {
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = undefined;
  };

  private readonly shoot = async (): Promise<void> => {
    const { finder } = this;
    if (finder && finder.videoWidth > 0) {
      await this.take(finder, finder.videoWidth, finder.videoHeight);
      this.close();
    }
  };

  private readonly chosen = async (event: Event): Promise<void> => {
    const field = event.target as HTMLInputElement;
    const file = field.files?.[0];
    if (!file) {
      return;
    }
    this.trouble = '';
    try {
      const picture = await createImageBitmap(file);
      await this.take(picture, picture.width, picture.height);
      picture.close();
    } catch {
      this.trouble = this.say('photo.unreadable');
    }
    field.value = '';
  };

  /** Draws the picture anew: nothing but what is seen goes on. */
  private async take(picture: CanvasImageSource, width: number, height: number): Promise<void> {
    const scale = Math.min(1, LONGEST / Math.max(width, height));
    const sheet = document.createElement('canvas');
    sheet.width = Math.round(width * scale);
    sheet.height = Math.round(height * scale);
    sheet.getContext('2d')?.drawImage(picture, 0, 0, sheet.width, sheet.height);
    const file = await new Promise<Blob | null>((done) => sheet.toBlob(done, 'image/jpeg', 0.9));
    if (!file) {
      this.trouble = this.say('photo.unreadable');
      return;
    }
    const take = this.begun('image/jpeg');
    take.state = 'made';
    take.stretches = 1;
    try {
      await this.drawer.put(take.id, 0, 0, await file.arrayBuffer());
      await this.drawer.save(take);
    } catch {
      this.trouble = this.say('full');
      return;
    }
    await this.look();
    await this.show(take);
  }

  private async show(take: Take): Promise<void> {
    const file = (await laid(this.drawer, take)) ?? (await stretches(this.drawer, take))[0];
    if (file) {
      this.pictures = { ...this.pictures, [take.id]: this.addressOf(take.id, file) };
    }
  }

  private async give(take: Take): Promise<void> {
    if (!this.stated[take.id]) {
      this.trouble = this.say('refused.not_stated');
      return;
    }
    const file = (await stretches(this.drawer, take))[0];
    if (file) {
      await this.keep(take, file);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tessera-photo': TesseraPhoto;
  }
}
