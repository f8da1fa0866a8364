/** How often the places are looked at where nothing tells of a move: style sheets, animations by script. */
const LOOKS_EVERY_MS = 200;
/** While one types they are looked at less often: what typing moves is told, and a look costs a layout. */
const LOOKS_WHILE_TYPING_MS = 1_000;
/** Frames without a move after which it is over. */
const STILL_FRAMES = 4;
/** A transition that never says that it ended is followed no longer. */
const FOLLOWS_MS = 3_000;

/** Transitions that move nothing: those of every button under the pointer. */
const MOVES_NOTHING = /color|opacity|shadow|fill|stroke|visibility|filter|outline|decoration|cursor/;

/**
 * Calls back once a frame after anything that can move text: scrolling anywhere, resizing, zoom, fonts, transitions, and
 * changes that the page makes around the editor. Frames' documents and open shadow trees are added as they are met. What no
 * event tells of is found by looking where things stand, some times a second, and each frame while they are moving.
 */
export class LayoutWatch {
  private readonly stop = new AbortController();
  private readonly sizes = new ResizeObserver(() => this.later());
  private readonly seen = new WeakSet<Node>();
  private readonly editors = new Set<HTMLElement>();
  private timer: ReturnType<typeof setInterval> | undefined;
  private isDue = false;
  private known = "";
  private stillFrames = STILL_FRAMES;
  private followsUntil = 0;
  private lookedAt = 0;
  private typedAt = 0;

  /** `places` says in few words where things stand; it is asked often. */
  constructor(
    private readonly moved: () => void,
    private readonly places: () => string,
  ) {
    this.watchRoot(document);
  }

  watchEditor(element: HTMLElement): void {
    for (let root = element.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
      this.watchRoot(root);
      if (!("host" in root)) break;
    }
    this.sizes.observe(element);
    this.editors.add(element);
    this.timer ??= setInterval(() => this.look(), LOOKS_EVERY_MS);
  }

  unwatchEditor(element: HTMLElement): void {
    this.sizes.unobserve(element);
    this.editors.delete(element);
    if (this.editors.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** The text of an editor changed. */
  typed(): void {
    this.typedAt = performance.now();
  }

  later(): void {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => {
      this.isDue = false;
      this.moved();
      this.known = this.places();
    });
  }

  dispose(): void {
    this.stop.abort();
    this.sizes.disconnect();
    clearInterval(this.timer);
  }

  private look(): void {
    if (this.isFollowing() || document.hidden) return;
    const now = performance.now();
    if (now - this.typedAt < LOOKS_EVERY_MS && now - this.lookedAt < LOOKS_WHILE_TYPING_MS) return;
    this.lookedAt = now;
    if (this.places() !== this.known) this.follow(0);
  }

  private isFollowing(): boolean {
    return this.stillFrames < STILL_FRAMES || performance.now() < this.followsUntil;
  }

  /** Looks each frame, for that long at least and until nothing moves any more. */
  private follow(ms: number): void {
    const wasFollowing = this.isFollowing();
    this.stillFrames = 0;
    this.followsUntil = performance.now() + ms;
    if (!wasFollowing) requestAnimationFrame(() => this.step());
  }

  private step(): void {
    if (this.stop.signal.aborted) return;
    const now = this.places();
    if (now === this.known) this.stillFrames++;
    else {
      this.stillFrames = 0;
      this.moved();
      this.known = now;
    }
    if (this.isFollowing()) requestAnimationFrame(() => this.step());
  }

  /** A document or an open shadow tree, whose events do not leave it. */
  private watchRoot(root: Node): void {
    if (this.seen.has(root)) return;
    this.seen.add(root);
    const options = { capture: true, passive: true, signal: this.stop.signal };
    for (const type of ["scroll", "load", "toggle"]) root.addEventListener(type, () => this.later(), options);
    root.addEventListener(
      "transitionrun",
      (event) => {
        const { propertyName } = event as TransitionEvent;
        if (this.editors.size > 0 && !MOVES_NOTHING.test(propertyName)) this.follow(FOLLOWS_MS);
      },
      options,
    );
    root.addEventListener("animationstart", () => this.editors.size > 0 && this.follow(FOLLOWS_MS), options);
    for (const type of ["transitionend", "transitioncancel", "animationend", "animationcancel"])
      root.addEventListener(type, () => this.ended(), options);
    if (root.nodeType !== 9) return;
    const { defaultView: view, fonts, body } = root as Document;
    view?.addEventListener("resize", () => this.later(), options);
    view?.visualViewport?.addEventListener("resize", () => this.later(), options);
    fonts.addEventListener("loadingdone", () => this.later(), options);
    if (body) this.sizes.observe(body);
  }

  /** Others may still run: a few frames show whether anything moves. */
  private ended(): void {
    if (this.isFollowing()) this.followsUntil = 0;
    this.later();
  }
}
