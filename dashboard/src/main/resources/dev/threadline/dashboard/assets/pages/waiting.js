// Nothing is published yet: looks again now and then, and shows the page once there is something.
import "../frame.js";

setInterval(async () => {
  const response = await fetch("/api/health").catch(() => null);
  if (response?.ok) {
    location.reload();
  }
}, 2_000);
