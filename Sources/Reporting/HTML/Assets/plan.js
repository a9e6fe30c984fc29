"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return;

  const field = (name) => form.elements.namedItem(name);
  const fold = (text) => text.trim().toLocaleLowerCase();
  const texts = (elements) => Array.from(elements, (element) => fold(element.textContent));

  // One entry per change: what a search looks through, and whom it is about.
  const objects = Array.from(document.querySelectorAll(".object"), (element) => ({
    element,
    title: element.querySelector("h3"),
    isHidden: false,
  }));
  const changes = objects.flatMap((object) =>
    Array.from(object.element.querySelectorAll(".change"), (element) => ({
      element,
      object,
      action: element.dataset.action,
      text: fold(object.title.textContent + " " + element.textContent),
      groups: texts(object.title.querySelectorAll(".group")),
      users: texts([...object.title.querySelectorAll(".user"), ...object.element.querySelectorAll("li .user")]),
      isHidden: false,
    })),
  );

  const hide = (entry, isHidden) => {
    if (entry.isHidden === isHidden) return;
    entry.isHidden = isHidden;
    entry.element.classList.toggle("filtered", isHidden);
  };
  const names = (list, wanted) => wanted === "" || list.some((name) => name.includes(wanted));

  const wanted = () => ({
    text: fold(field("text").value),
    group: fold(field("group").value),
    user: fold(field("user").value),
    actions: new Set(Array.from(form.querySelectorAll("[name=action]:checked"), (box) => box.value)),
  });

  const matches = (change, filter) =>
    (filter.actions.size === 0 || filter.actions.has(change.action)) &&
    (filter.text === "" || change.text.includes(filter.text)) &&
    names(change.groups, filter.group) &&
    names(change.users, filter.user);

  // A filter never hides silently that something is lost.
  const warn = (notice) => {
    const all = Array.from(notice.closest("section").querySelectorAll(".object"));
    const hidden = all.filter((object) => object.classList.contains("filtered")).length;
    notice.hidden = hidden === 0;
    notice.textContent = `${hidden} of ${all.length} are hidden by the filter.`;
  };

  const update = () => {
    const filter = wanted();
    const visible = new Set();
    let shown = 0;
    for (const change of changes) {
      const isShown = matches(change, filter);
      hide(change, !isShown);
      if (!isShown) continue;
      shown += 1;
      visible.add(change.object);
    }
    for (const object of objects) hide(object, !visible.has(object));
    document.querySelectorAll(".notice").forEach(warn);
    field("shown").value = `${shown.toLocaleString("en")} of ${changes.length.toLocaleString("en")} changes shown`;
  };

  // Suggestions, as many as a browser lists well.
  const suggest = (id, selector) => {
    const found = Array.from(document.querySelectorAll(selector), (element) => element.textContent);
    const options = Array.from(new Set(found)).sort().slice(0, 500);
    document.getElementById(id).replaceChildren(
      ...options.map((name) => {
        const option = document.createElement("option");
        option.value = name;
        return option;
      }),
    );
  };

  let timer = 0;
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(update, changes.length > 2000 ? 120 : 0);
  };
  form.addEventListener("input", schedule);
  form.addEventListener("reset", schedule);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details.object")) details.open = true;
  });

  suggest("groups-known", ".name.group");
  suggest("users-known", ".object .user");
  form.hidden = false;
  update();
})();
