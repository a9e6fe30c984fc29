"""A plan of ten thousand changes: everything is there, and the page can be used. Times are told, not judged."""

import time

from support import BrowserTests, large

CHANGES = 10_000


class LargeTests(BrowserTests):
    def test_ten_thousand_changes(self):
        plan = large(CHANGES)
        file = self.render(plan)
        start = time.monotonic()
        seen = self.open(file)
        opened = time.monotonic() - start
        self.assertEqual(seen.count(), "10,000 of 10,000 changes shown")
        react = seen.evaluate(
            "() => { const field = document.querySelector('[name=text]'); const start = performance.now();"
            " field.value = 'person.number4001@'; field.dispatchEvent(new Event('input', { bubbles: true }));"
            " return new Promise((done) => setTimeout(() => requestAnimationFrame(() => setTimeout(() =>"
            " done(performance.now() - start))), 120)); }"
        )
        self.assertEqual(seen.count(), "1 of 10,000 changes shown")
        self.assertEqual(seen.shown(".object .name"), ["person.number4001@acme.example"])
        self.assertEqual(seen.faults, [])
        size = file.stat().st_size / 1e6
        print(f"\n{CHANGES} changes: {size:.1f} MB, opened in {opened:.2f} s, filtered in {react / 1000:.2f} s")
