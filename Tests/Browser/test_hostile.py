"""Hostile names stay text, and the page does nothing but show itself."""

from support import BrowserTests, combined, golden, golden_names, with_text

HOSTILE = (
    "<script>window.pwned = 1; alert(1)</script>",
    "<img src=x onerror=window.pwned=1>",
    "<svg/onload=alert(1)>",
    "\"><iframe src=javascript:alert(1)>",
    "' autofocus onfocus='window.pwned=1",
    "</title></style></script><script>alert(1)</script>",
    "<!-- ",
    "--><b>",
    "]]><b>",
    "&lt;b&gt; &amp; &#60;",
    "<base href=https://evil.example>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<form action=https://evil.example><input name=text>",
    "<template><object data=x></object>",
    "javascript:alert(1)",
    "\u202eevil\u2066\u200b\u0000\u001b[2J\u2028",
    "{{constructor.constructor('alert(1)')()}}",
)
ELEMENTS = "() => Array.from(document.querySelectorAll('*'), (it) => [it.tagName, it.getAttributeNames().join()].join(' '))"


class HostileTests(BrowserTests):
    def test_every_golden_plan_is_quiet(self):
        for name in golden_names():
            with self.subTest(plan=name):
                seen = self.visit(golden(name))
                self.assertEqual(seen.faults, [])
                self.assertIsNone(seen.evaluate("() => window.pwned ?? null"))

    def test_names_add_no_element_and_no_attribute(self):
        expected = self.visit(with_text(combined(), "x")).evaluate(ELEMENTS)
        for text in HOSTILE:
            with self.subTest(text=text):
                seen = self.visit(with_text(combined(), text))
                self.assertEqual(seen.evaluate(ELEMENTS), expected)
                self.use(seen, text)
                self.assertIsNone(seen.evaluate("() => window.pwned ?? null"))
                self.assertEqual(seen.evaluate("() => window.violations"), [])
                self.assertEqual(seen.faults, [])
                if text.isprintable():
                    self.assertIn(text, seen.page.locator(".object .name").first.inner_text())

    def use(self, seen, text):
        """Does what a reader would do, so that a handler or a suggestion had its chance."""
        seen.page.locator(".object .name").first.hover()
        seen.search(text)
        seen.page.get_by_text("Filters", exact=True).click()
        seen.page.get_by_label("User", exact=True).fill(text)
        seen.page.keyboard.press("Tab")
        seen.settle()

    def test_a_script_that_got_in_would_not_run(self):
        """The policy holds, and this harness would notice: the page is changed as if escaping had failed."""
        file = self.render(golden("updates"))
        page = file.read_text(encoding="utf-8")
        intruder = "<script>window.pwned = 1</script><img src='https://evil.example/x' onerror='window.pwned = 1'></main>"
        self.assertIn("</main>", page)
        file.write_text(page.replace("</main>", intruder), encoding="utf-8")
        seen = self.open(file)
        seen.settle()
        self.assertIsNone(seen.evaluate("() => window.pwned ?? null"))
        violations = seen.evaluate("() => window.violations")
        self.assertTrue({"script-src-elem", "img-src"} <= set(violations), violations)
        self.assertTrue(any(fault.startswith("console: error") for fault in seen.faults), seen.faults)

    def test_names_are_shown_escaped(self):
        text = self.visit(golden("hostile-names")).page.locator("#deletions").inner_text()
        self.assertIn(r"Evil\u{a}\u{1b}[2J\u{202e}\u{200b}No changes. \u{2028}", text)
