"""Whether people can read the page: on a phone, light and dark, on paper, without scripts, with a keyboard."""

from support import DESKTOP, PHONE, BrowserTests, combined, golden, golden_names, with_text

# The contrast of each text with what lies behind it (WCAG 2.2, relative luminance): the lowest, and whose it is.
CONTRAST = """
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const pixel = (colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return Array.from(canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
  };
  const luminance = (colours) => {
    const [r, g, b] = pixel(colours).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    const colours = [];
    for (let at = element; at; at = at.parentElement) colours.unshift(getComputedStyle(at).backgroundColor);
    return colours;
  };
  const results = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "" || !element.checkVisibility()) continue;
    const back = behind(element);
    const pair = [luminance([...back, getComputedStyle(element).color]), luminance(back)];
    const contrast = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    results.push([contrast, `${element.tagName}.${element.className}: ${walker.currentNode.data.trim().slice(0, 40)}`]);
  }
  return results.sort((left, right) => left[0] - right[0]);
}
"""


class ReadingTests(BrowserTests):
    def test_nothing_is_wider_than_the_screen(self):
        plans = {name: golden(name) for name in golden_names()}
        plans["combined"] = combined()
        plans["long names"] = with_text(combined(), "x" * 10_000)
        plans["wide names"] = with_text(combined(), "名W" * 40)
        for name, plan in plans.items():
            for viewport in (PHONE, DESKTOP):
                with self.subTest(plan=name, width=viewport["width"]):
                    seen = self.visit(plan, viewport)
                    width = seen.evaluate("() => document.documentElement.scrollWidth")
                    self.assertLessEqual(width, viewport["width"])
                    self.assertEqual(seen.faults, [])

    def test_contrast(self):
        for name in ("combined", "with-base", "refused-gates", "empty"):
            plan = combined() if name == "combined" else golden(name)
            for scheme in ("light", "dark"):
                with self.subTest(plan=name, scheme=scheme):
                    results = self.visit(plan, color_scheme=scheme).evaluate(CONTRAST)
                    self.assertGreater(len(results), 10)
                    self.assertGreaterEqual(results[0][0], 4.5, results[0][1])

    def test_light_and_dark_differ(self):
        paper = [
            self.visit(golden("empty"), color_scheme=scheme).evaluate("() => getComputedStyle(document.body).backgroundColor")
            for scheme in ("light", "dark")
        ]
        self.assertEqual(len(set(paper)), 2)

    def test_paper_shows_all(self):
        plan = combined()
        seen = self.visit(plan)
        seen.page.locator("details.object summary").first.click()
        seen.search("nobody at all")
        self.assertEqual(seen.shown(".change"), [])
        seen.page.emulate_media(media="print")
        self.assertEqual(len(seen.shown(".change")), len(plan["changes"]))
        heights = seen.evaluate("() => Array.from(document.querySelectorAll('.change'), (change) => change.offsetHeight)")
        self.assertTrue(all(height > 10 for height in heights), heights)
        self.assertEqual(seen.shown("form"), [])
        self.assertGreater(len(seen.page.pdf()), 10_000)
        unfolded = seen.evaluate("() => document.querySelectorAll('details.object:not([open])').length")
        self.assertEqual(unfolded, 0)

    def test_without_scripts(self):
        plan = combined()
        seen = self.visit(plan, java_script_enabled=False)
        text = seen.page.locator("body").inner_text()
        for words in (
            "1 group would be deleted", "12 members lose it", "--confirm-group-deletions delete-1-group-",
            "ann@acme.example: remove from the team (cannot be undone)", "roster-temporary-1", "Findings",
            plan["fingerprint"], "roster apply",
        ):
            self.assertIn(words, text)
        for change in plan["changes"]:
            self.assertIn(change["resource"].split(":")[1], text)
        self.assertFalse(seen.page.get_by_label("Search", exact=True).is_visible())
        self.assertEqual(seen.faults, [])

    def test_a_deletion_is_seen_at_once(self):
        for viewport in (PHONE, DESKTOP):
            top = self.visit(golden("one-group-deletion"), viewport).evaluate(
                "() => document.querySelector('#deletions .fate').getBoundingClientRect().bottom"
            )
            self.assertLess(top, viewport["height"], "below the first screen")

    def test_landmarks_and_headings(self):
        page = self.visit(combined()).page
        for role in ("banner", "search", "main", "contentinfo"):
            self.assertEqual(page.get_by_role(role).count(), 1, role)
        self.assertEqual(page.get_by_role("heading", level=1).count(), 1)
        for name in ("1 group would be deleted", "Removals and suspensions", "Gates", "What changes", "Users", "Groups"):
            self.assertEqual(page.get_by_role("heading", level=2, name=name).count(), 1, name)
        self.assertEqual(page.locator("html").get_attribute("lang"), "en")
        self.assertIn("Acme", page.title())
        self.assertEqual(page.locator("output").get_attribute("aria-live"), "polite")

    def test_every_control_has_a_name(self):
        page = self.visit(combined()).page
        page.get_by_text("Filters", exact=True).click()
        controls = page.locator("input, button").all()
        self.assertGreater(len(controls), 10)
        for control in controls:
            self.assertTrue(control.evaluate("(it) => it.labels[0]?.textContent.trim() || it.textContent.trim()"))

    def test_keyboard(self):
        page = self.visit(combined()).page
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("() => document.activeElement.className"), "skip")
        self.assertGreaterEqual(page.locator(".skip").bounding_box()["x"], 0)
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("() => document.activeElement.name"), "text")
        self.assertNotEqual(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"), "none")
        summary = page.locator("details.object summary").first
        summary.focus()
        page.keyboard.press("Enter")
        self.assertFalse(page.evaluate("() => document.querySelector('details.object').open"))
