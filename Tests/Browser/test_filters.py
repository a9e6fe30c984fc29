"""The search and the filters: they work without a reload, and never hide silently that something is lost."""

from support import BrowserTests, combined, golden


class FilterTests(BrowserTests):
    def setUp(self):
        self.plan = combined()
        self.total = len(self.plan["changes"])
        self.seen = self.visit(self.plan)
        self.page = self.seen.page

    def tearDown(self):
        self.assertEqual(self.seen.faults, [])

    def open_filters(self):
        self.page.get_by_text("Filters", exact=True).click()

    def test_everything_is_shown_at_first(self):
        self.assertEqual(self.seen.count(), f"{self.total} of {self.total} changes shown")
        self.assertEqual(len(self.seen.shown(".change")), self.total)

    def test_search(self):
        for text, expected in (
            ("ann@", ["ann@acme.example"]),
            ("  ANN@ ", ["ann@acme.example"]),
            ("old project", ['"Old Project"']),
            ("temporary name", ['"East"']),
            ("nobody at all", []),
        ):
            with self.subTest(search=text):
                self.seen.search(text)
                self.assertEqual(self.seen.shown(".object .name"), expected)
                self.assertTrue(self.seen.count().endswith(f" of {self.total} changes shown"))

    def test_filter_by_action(self):
        self.open_filters()
        self.page.get_by_label("user suspend").check()
        self.seen.settle()
        self.assertEqual(self.seen.shown(".object .name"), ["joe@acme.example"])
        self.page.get_by_label("group delete").check()
        self.seen.settle()
        self.assertEqual(self.seen.shown(".object .name"), ['"Old Project"', "joe@acme.example"])
        self.assertEqual(self.seen.count(), f"2 of {self.total} changes shown")

    def test_filter_by_one_action_of_an_object_with_several(self):
        self.open_filters()
        self.page.get_by_label("user set role").check()
        self.seen.settle()
        self.assertEqual(self.seen.shown(".object .name"), ["janet.smith@acme.example"])
        self.assertEqual(len(self.seen.shown(".change")), 1)

    def test_filter_by_group(self):
        self.open_filters()
        self.page.get_by_label("Group", exact=True).fill("accounting")
        self.seen.settle()
        self.assertEqual(self.seen.shown(".object .name"), ['"Accounting"'])

    def test_filter_by_user_finds_the_groups_of_a_user(self):
        self.open_filters()
        self.page.get_by_label("User", exact=True).fill("li.wei@acme.example")
        self.seen.settle()
        self.assertEqual(self.seen.shown(".object .name"), ["li.wei@acme.example", '"Accounting"'])

    def test_filter_by_user_finds_a_deleted_group(self):
        member = self.plan["confirmation"]["groups"][0]["members"][0]
        self.open_filters()
        self.page.get_by_label("User", exact=True).fill(member)
        self.seen.settle()
        self.assertIn('"Old Project"', self.seen.shown(".object .name"))

    def test_suggestions(self):
        names = self.seen.evaluate("() => Array.from(document.querySelectorAll('#groups-known option'), (o) => o.value)")
        self.assertEqual(names, ['"Accounting"', '"East"', '"Old Project"', '"West"'])

    def test_reset(self):
        self.open_filters()
        self.page.get_by_label("group create").check()
        self.page.get_by_label("User", exact=True).fill("li.wei")
        self.seen.search("nothing")
        self.assertEqual(self.seen.count(), f"0 of {self.total} changes shown")
        self.page.get_by_role("button", name="Reset").click()
        self.seen.settle()
        self.test_everything_is_shown_at_first()
        self.assertEqual(self.page.get_by_label("Search", exact=True).input_value(), "")

    def test_hidden_losses_are_told(self):
        self.assertEqual(self.seen.shown(".notice"), [])
        self.seen.search("li.wei")
        self.assertEqual(
            self.seen.shown(".notice"), ["1 of 1 are hidden by the filter.", "2 of 2 are hidden by the filter."]
        )
        for words in ("1 group would be deleted", "permanent, cannot be undone", "--confirm-group-deletions"):
            self.assertIn(words, self.page.locator("#deletions").inner_text())

    def test_enter_does_not_reload(self):
        self.seen.search("ann@")
        self.seen.evaluate("() => { window.isSamePage = true; }")
        self.page.get_by_label("Search", exact=True).press("Enter")
        self.seen.settle()
        self.assertTrue(self.seen.evaluate("() => window.isSamePage"))
        self.assertEqual(self.seen.shown(".object .name"), ["ann@acme.example"])

    def test_no_filters_for_no_changes(self):
        seen = self.visit(golden("empty"))
        self.assertEqual(seen.page.get_by_role("search").count(), 0)
        self.assertEqual(seen.faults, [])
