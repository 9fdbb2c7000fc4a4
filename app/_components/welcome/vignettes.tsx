import { cx } from '../ui/cx';

/** Three small drawings that say without words what a studio is. `played` is how each looks when it has said so. */
interface VignetteProps {
  readonly played: boolean;
  /** In place of its own size and frame. */
  readonly className?: string;
}

const moves = 'transition-all duration-[2200ms] ease-in-out';

function Frame({ className, children }: { readonly className?: string; readonly children: React.ReactNode }) {
  return (
    <svg
      viewBox="0 0 96 60"
      aria-hidden
      preserveAspectRatio="xMidYMid slice"
      className={className ?? 'h-13 w-auto shrink-0 rounded-md bg-wall ring-1 ring-line'}
    >
      {children}
    </svg>
  );
}

/** Hills under a sun, as a photograph has them. */
function Photograph() {
  return (
    <>
      <circle cx="68" cy="18" r="7" fill="var(--muted)" />
      <path d="M0 46 24 26l16 14 14-10 42 22v8H0z" fill="var(--edge)" />
    </>
  );
}

const strokes = [
  'M4 52c14-20 24-26 36-20s22 10 52-6',
  'M2 42c16-18 26-18 38-10s26 6 52-10',
  'M6 58c20-12 40-12 60-8s22 0 28-4',
  'M60 20c2-8 16-8 16 0s-14 8-14 1 9-7 9-2',
];

function Painting({ width }: { readonly width: number }) {
  const colours = ['var(--curve-style)', 'var(--accent)', 'var(--curve-content)', 'var(--curve-block2)'];
  return strokes.map((d, index) => (
    <path
      key={d}
      d={d}
      fill="none"
      stroke={colours[index]}
      strokeLinecap="round"
      className={moves}
      style={{ strokeWidth: width }}
    />
  ));
}

/** The same hills and sun, in the painting's colours and strokes: what a studio makes of the two. */
function Repainted() {
  return (
    <g fill="none" strokeLinecap="round" strokeWidth="5">
      <path d="M-4 33c10-4 18-10 28-18s22 4 34 12 26 14 42 12" stroke="var(--accent)" strokeOpacity="0.35" />
      <path d="M61 22c0-9 14-9 14 0s-13 8-12 1 8-6 8-2" stroke="var(--curve-block2)" />
      <path d="M-2 46 24 26l16 14 14-10 46 24" stroke="var(--accent)" strokeLinejoin="round" />
      <path d="M-2 54 24 36l16 13 14-9 40 22" stroke="var(--curve-style)" strokeLinejoin="round" />
      <path d="M-2 62 24 46l16 12 14-8 24 14" stroke="var(--curve-content)" strokeLinejoin="round" />
    </g>
  );
}

/** The paint comes over the photograph from the left. */
export function RepaintVignette({ played, className }: VignetteProps) {
  return (
    <Frame className={className}>
      <Photograph />
      <g className={moves} style={{ clipPath: `inset(0 ${played ? 0 : 100}% 0 0)` }}>
        <rect width="96" height="60" fill="var(--wall)" />
        <Repainted />
      </g>
    </Frame>
  );
}

/** The knob goes to the right, and the strokes become bold. */
export function SteerVignette({ played }: VignetteProps) {
  return (
    <Frame>
      <g transform="scale(1 0.72)">
        <Painting width={played ? 8 : 2} />
      </g>
      <rect x="12" y="51" width="72" height="2" rx="1" fill="var(--line)" />
      <circle
        cy="52"
        r="4"
        fill="var(--ink)"
        className={moves}
        style={{ transform: `translateX(${played ? 74 : 22}px)` }}
      />
    </Frame>
  );
}

/** Two pointers come to one picture. */
export function TogetherVignette({ played }: VignetteProps) {
  const pointer = 'M0 0v13l3.5-3.5L8 14l2.5-1.2-3-5.8H12z';
  return (
    <Frame>
      <rect x="26" y="9" width="44" height="42" rx="2" fill="var(--raised)" stroke="var(--line)" />
      <g transform="translate(26 12) scale(0.46 0.62)">
        <Painting width={6} />
      </g>
      <path
        d={pointer}
        fill="var(--accent)"
        className={cx(moves, !played && 'opacity-0')}
        style={{ transform: played ? 'translate(36px, 30px)' : 'translate(4px, 50px)' }}
      />
      <path
        d={pointer}
        fill="var(--curve-style)"
        className={cx(moves, !played && 'opacity-0')}
        style={{ transform: played ? 'translate(56px, 16px)' : 'translate(90px, 2px)' }}
      />
    </Frame>
  );
}

/** Where a photograph will be. */
export function PhotographDrawing({ className }: { readonly className: string }) {
  return (
    <Frame className={className}>
      <Photograph />
    </Frame>
  );
}

/** Where a painting will be. */
export function PaintingDrawing({ className }: { readonly className: string }) {
  return (
    <Frame className={className}>
      <Painting width={5} />
    </Frame>
  );
}
