// Moves and zooms the maps, shows one of them at a time, and tells what was clicked. Without it the page shows all
// maps and tables one below the other.
"use strict";
(() => {
  const ZOOM_STEP = 1.25;
  const MOST_ZOOM = 8;
  const MOVE_STEP = 80;
  const CLICK_REACH = 4;
  const KEPT_IN_SIGHT = 80;

  const details = JSON.parse(document.getElementById("details").textContent);
  const main = document.querySelector("main");
  const sections = [...document.querySelectorAll("section")];
  const create = (name, words) => {
    const element = document.createElement(name);
    element.textContent = words;
    return element;
  };

  // One map: which part of it is in sight, and at how many pixels a map unit.
  class Picture {
    constructor(section) {
      this.frame = section.querySelector(".picture");
      this.svg = this.frame.querySelector("svg");
      this.panel = section.querySelector(".details");
      const box = this.svg.viewBox.baseVal;
      this.size = { w: box.width, h: box.height };
      this.pointers = new Map();
      this.isFitted = true;
      this.hasMoved = false;
      for (const group of this.svg.querySelectorAll("[data-id]")) {
        if (details[group.dataset.id]) group.dataset.known = "";
      }
      this.listen(section);
      new ResizeObserver(() => (this.isFitted ? this.fit() : this.show())).observe(this.frame);
    }

    listen(section) {
      const on = (name, action, options) => this.frame.addEventListener(name, action, options);
      on("wheel", (event) => this.wheel(event), { passive: false });
      on("pointerdown", (event) => this.down(event));
      on("pointermove", (event) => this.move(event));
      on("pointerup", (event) => this.up(event));
      on("pointercancel", (event) => this.up(event));
      on("click", (event) => this.click(event));
      on("keydown", (event) => this.key(event));
      const tools = { in: () => this.zoom(ZOOM_STEP), out: () => this.zoom(1 / ZOOM_STEP), all: () => this.fit() };
      for (const button of section.querySelectorAll("[data-tool]")) {
        button.addEventListener("click", tools[button.dataset.tool]);
      }
      this.panel.querySelector(".close").addEventListener("click", () => this.close());
      this.panel.addEventListener("keydown", (event) => event.key === "Escape" && this.close());
    }

    // All of the map, in the middle.
    fit() {
      const { clientWidth: w, clientHeight: h } = this.frame;
      if (w === 0 || h === 0) return;
      this.scale = Math.min(w / this.size.w, h / this.size.h);
      this.x = (this.size.w - w / this.scale) / 2;
      this.y = (this.size.h - h / this.scale) / 2;
      this.isFitted = true;
      this.show();
    }

    show() {
      const w = this.frame.clientWidth / this.scale;
      const h = this.frame.clientHeight / this.scale;
      const kept = KEPT_IN_SIGHT / this.scale;
      const within = (value, low, high) => Math.min(Math.max(value, low), high);
      this.x = within(this.x, kept - w, this.size.w - kept);
      this.y = within(this.y, kept - h, this.size.h - kept);
      this.svg.setAttribute("viewBox", `${this.x} ${this.y} ${w} ${h}`);
    }

    // Zooms; what lies under the point (from the frame's corner) stays there.
    zoom(factor, at = { x: this.frame.clientWidth / 2, y: this.frame.clientHeight / 2 }) {
      const least = Math.min(this.frame.clientWidth / this.size.w, this.frame.clientHeight / this.size.h) / 2;
      const scale = Math.min(Math.max(this.scale * factor, least), MOST_ZOOM);
      this.x += at.x / this.scale - at.x / scale;
      this.y += at.y / this.scale - at.y / scale;
      this.scale = scale;
      this.isFitted = false;
      this.show();
    }

    pan(dx, dy) {
      this.x -= dx / this.scale;
      this.y -= dy / this.scale;
      this.isFitted = false;
      this.show();
    }

    place(event) {
      const corner = this.frame.getBoundingClientRect();
      return { x: event.clientX - corner.left, y: event.clientY - corner.top };
    }

    wheel(event) {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === 1 ? 20 : 1);
      this.zoom(Math.exp(-pixels * (event.ctrlKey ? 0.01 : 0.002)), this.place(event));
    }

    down(event) {
      if (this.pointers.size === 0) this.hasMoved = false;
      this.start = this.place(event);
      this.pointers.set(event.pointerId, this.start);
    }

    move(event) {
      const before = this.pointers.get(event.pointerId);
      if (!before) return;
      const now = this.place(event);
      if (!this.hasMoved && Math.hypot(now.x - this.start.x, now.y - this.start.y) < CLICK_REACH) return;
      this.hasMoved = true;
      this.frame.classList.add("moving");
      this.frame.setPointerCapture(event.pointerId);
      this.pointers.set(event.pointerId, now);
      const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        const apart = (point) => Math.max(Math.hypot(point.x - other.x, point.y - other.y), 1);
        this.zoom(apart(now) / apart(before), other);
      } else {
        this.pan(now.x - before.x, now.y - before.y);
      }
    }

    up(event) {
      this.pointers.delete(event.pointerId);
      if (this.pointers.size === 0) this.frame.classList.remove("moving");
    }

    click(event) {
      if (this.hasMoved || event.target.closest("a")) return;
      const group = event.target.closest("[data-known]");
      if (group) this.open(group);
      else this.close();
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const keys = {
        ArrowLeft: () => this.pan(MOVE_STEP, 0),
        ArrowRight: () => this.pan(-MOVE_STEP, 0),
        ArrowUp: () => this.pan(0, MOVE_STEP),
        ArrowDown: () => this.pan(0, -MOVE_STEP),
        "+": () => this.zoom(ZOOM_STEP),
        ";": () => this.zoom(ZOOM_STEP),
        "=": () => this.zoom(ZOOM_STEP),
        "-": () => this.zoom(1 / ZOOM_STEP),
        0: () => this.fit(),
        Escape: () => this.close(),
      };
      const action = keys[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    }

    open(group) {
      const known = details[group.dataset.id];
      this.mark(group.getBBox());
      this.panel.querySelector(".kind").textContent = known.kind;
      this.panel.querySelector("h3").textContent = known.title;
      this.panel.querySelector(".notes").replaceChildren(...known.notes.map((note) => create("p", note)));
      const rows = known.rows.flatMap(([name, value]) => [create("dt", name), create("dd", value)]);
      this.panel.querySelector("dl").replaceChildren(...rows);
      this.panel.hidden = false;
      this.panel.scrollTop = 0;
    }

    mark(box) {
      this.svg.querySelector(".chosen")?.remove();
      const mark = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const sides = { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6, rx: 6, class: "chosen" };
      for (const [name, value] of Object.entries(sides)) mark.setAttribute(name, value);
      this.svg.append(mark);
    }

    close() {
      this.svg.querySelector(".chosen")?.remove();
      if (this.panel.contains(document.activeElement)) this.frame.focus();
      this.panel.hidden = true;
    }
  }

  const pictures = sections.map((section) => new Picture(section));

  const choose = () => {
    const wanted = sections.find((section) => `#${section.id}` === location.hash) ?? sections[0];
    for (const section of sections) section.hidden = section !== wanted;
    for (const link of document.querySelectorAll("nav a")) {
      if (link.hash === `#${wanted.id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    main.scrollTo(0, 0);
  };

  const view = (name) => {
    main.dataset.view = name;
    for (const button of document.querySelectorAll("[data-show]")) {
      button.setAttribute("aria-pressed", String(button.dataset.show === name));
    }
  };

  for (const button of document.querySelectorAll("[data-show]")) {
    button.addEventListener("click", () => view(button.dataset.show));
  }
  addEventListener("hashchange", choose);
  addEventListener("beforeprint", () => {
    for (const picture of pictures) picture.svg.setAttribute("viewBox", `0 0 ${picture.size.w} ${picture.size.h}`);
  });
  addEventListener("afterprint", () => pictures.forEach((picture) => picture.fit()));
  document.documentElement.classList.add("js");
  view("map");
  choose();
})();
