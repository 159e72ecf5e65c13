import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** A step of a protocol, as the chain of all steps shows it. */
export interface ChainStep {
  readonly name: string;
  /** How far it is: ahead, running, done or skipped. */
  readonly state: string;
  /** The same in words, said aloud. */
  readonly says: string;
  readonly optional: boolean;
  readonly leftOut: boolean;
}

/** All steps of a meeting in their order; drawn into the page itself. The one that begins comes into view. */
@customElement('tessera-steps')
export class TesseraSteps extends LitElement {
  @property({ attribute: false }) steps: readonly ChainStep[] = [];
  private seen = -1;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    // on a phone the chain is longer than the screen, and arrows move it
    return html`<ol role="list" tabindex="0">
      ${this.steps.map(
        (step, place) =>
          html`<li class=${classes(step)} aria-current=${step.state === 'running' ? 'step' : nothing}>
            <span class="mark" aria-hidden="true">${place + 1}</span>
            <span class="name">${step.name}</span>
            <span class="aloud">${step.says}</span>
          </li>`,
      )}
    </ol>`;
  }

  protected override updated(): void {
    const running = this.steps.findIndex((step) => step.state === 'running');
    if (running !== this.seen) {
      this.seen = running;
      const chain = this.querySelector('ol');
      const step = chain?.children[running];
      if (chain && step instanceof HTMLElement) {
        chain.scrollLeft = step.offsetLeft - (chain.clientWidth - step.offsetWidth) / 2;
      }
    }
  }
}

function classes(step: ChainStep): string {
  return [step.state, step.optional ? 'optional' : '', step.leftOut ? 'left-out' : ''].filter((word) => word).join(' ');
}
