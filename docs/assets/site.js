// A name for the theme's search dialog, which has none for screen readers.
document.querySelector(".md-search[role=dialog]")?.setAttribute("aria-label", "Search");
