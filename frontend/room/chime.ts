const SETTING = 'tessera:chime';

/** A soft chime: two sine tones that fade, quiet enough to be talked over. Off where the person has switched it off. */
export class Chime {
  private context: AudioContext | undefined;

  get isOn(): boolean {
    try {
      return localStorage.getItem(SETTING) !== 'off';
    } catch {
      return true;
    }
  }

  set isOn(on: boolean) {
    try {
      localStorage.setItem(SETTING, on ? 'on' : 'off');
    } catch {
      // Forbidden storage: the setting holds as long as nobody asks again.
    }
  }

  /** One tone for "nearly time", two for "time". */
  ring(tones: 1 | 2): void {
    if (!this.isOn || typeof AudioContext === 'undefined') {
      return;
    }
    this.context ??= new AudioContext();
    const { context } = this;
    // Before the person has touched the page the browser keeps it silent; that is fine, the colours speak.
    void context.resume().then(() => {
      const pitches = tones === 1 ? [523.25] : [659.25, 523.25];
      pitches.forEach((pitch, i) => tone(context, pitch, context.currentTime + i * 0.42));
    });
  }
}

function tone(context: AudioContext, pitch: number, at: number): void {
  const volume = context.createGain();
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.11, at + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.0005, at + 1.5);
  volume.connect(context.destination);
  const source = context.createOscillator();
  source.type = 'sine';
  source.frequency.value = pitch;
  source.connect(volume);
  source.start(at);
  source.stop(at + 1.6);
}
