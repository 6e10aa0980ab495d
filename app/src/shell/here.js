// Somebody who reads, scrolls or types is not locked out: the server hears of a touch, within the minute, and no more often.
{
  // Less than the shortest time after which a screen locks.
  const EVERY = 50_000;
  let told = performance.now();
  let waiting;

  const tell = () => {
    told = performance.now();
    waiting = undefined;
    fetch("/api/v1/session/here", { method: "POST" }).catch(() => {});
  };
  const touched = () => {
    waiting ??= setTimeout(tell, Math.max(0, told + EVERY - performance.now()));
  };
  for (const touch of ["pointerdown", "touchmove", "wheel", "keydown"]) {
    addEventListener(touch, touched, { passive: true, capture: true });
  }
}
