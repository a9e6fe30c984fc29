"""Tokens, scopes, argument checks and facts about the team."""

import requests
from dropbox import exceptions, team

from support import ACCESS_TOKEN, SimulatorTestCase


class TokenTests(SimulatorTestCase):
    def test_refresh_grant_gives_a_working_token(self):
        client = self.make_client(oauth2_refresh_token="simulator-refresh-token", app_key="simulator-client-id")
        self.assertEqual(client.team_get_info().team_id, "dbtid:conformance")

    def test_scopes_limit_the_token(self):
        client = self.make_client(
            oauth2_refresh_token="simulator-refresh-token", app_key="simulator-client-id", scope=["groups.read"]
        )
        self.assertEqual(len(client.team_groups_list().groups), 4)
        with self.assertRaises(exceptions.AuthError) as raised:
            client.team_members_list_v2()
        self.assertEqual(raised.exception.error.get_missing_scope().required_scope, "members.read")

    def test_unknown_refresh_token(self):
        client = self.make_client(oauth2_refresh_token="made-up", app_key="simulator-client-id")
        with self.assertRaises(exceptions.AuthError) as raised:
            client.team_get_info()
        self.assertTrue(raised.exception.error.is_invalid_access_token())

    def test_unknown_access_token(self):
        client = self.make_client(oauth2_access_token="made-up")
        with self.assertRaises(exceptions.AuthError) as raised:
            client.team_get_info()
        self.assertTrue(raised.exception.error.is_invalid_access_token())

    def test_token_endpoint_errors(self):
        grant = {"grant_type": "refresh_token", "refresh_token": "simulator-refresh-token",
                 "client_id": "simulator-client-id"}
        cases = {
            "unsupported_grant_type": {**grant, "grant_type": "password"},
            "invalid_client": {**grant, "client_id": "made-up"},
            "invalid_grant": {**grant, "refresh_token": "made-up"},
            "invalid_scope": {**grant, "scope": "files.content.read"},
            "invalid_request": {"grant_type": "refresh_token"},
        }
        for error, form in cases.items():
            with self.subTest(error):
                response = requests.post(f"{self.origin}/oauth2/token", data=form, timeout=10)
                self.assertEqual((response.status_code, response.json()["error"]), (400, error))


class StrictnessTests(SimulatorTestCase):
    """What the SDK would not send is refused with a text, not with JSON."""

    def test_bad_arguments(self):
        cases = {
            "void argument": ("team/get_info", b"{}"),
            "no body": ("team/get_info", b""),
            "broken JSON": ("team/members/list_v2", b"{"),
            "unknown field": ("team/members/list_v2", b'{"limits":1}'),
            "wrong type": ("team/members/list_v2", b'{"limit":"1"}'),
            "limit out of range": ("team/groups/list", b'{"limit":1001}'),
            "missing field": ("team/members/suspend", b'{"wipe_data":false}'),
            "unknown tag": ("team/groups/delete", b'{".tag":"name","name":"x"}'),
            "bad email": ("team/members/add_v2", b'{"new_members":[{"member_email":"nobody"}]}'),
            "bad name": (
                "team/members/add_v2",
                b'{"new_members":[{"member_email":"a@example.com","member_surname":"a/b"}]}',
            ),
        }
        for name, (path, body) in cases.items():
            with self.subTest(name):
                response = self.post(path, body)
                self.assertEqual(response.status_code, 400)
                self.assertIn(path, response.text)
                self.assertTrue(response.headers["Content-Type"].startswith("text/plain"))

    def test_unknown_route_and_content_type(self):
        self.assertEqual(self.post("team/members/list_v9", b"null").status_code, 400)
        self.assertEqual(self.post("team/get_info", b"null", content_type="text/plain").status_code, 400)

    def test_request_id_on_every_answer(self):
        for path in ("team/get_info", "team/nonsense"):
            self.assertTrue(self.post(path, b"null").headers["X-Dropbox-Request-Id"])

    def test_missing_token(self):
        self.assertEqual(self.post("team/get_info", b"null", token=ACCESS_TOKEN[:-1]).status_code, 401)


class TeamTests(SimulatorTestCase):
    def test_team_info(self):
        info = self.client.team_get_info()
        self.assertEqual((info.name, info.team_id), ("Conformance", "dbtid:conformance"))
        self.assertEqual((info.num_licensed_users, info.num_provisioned_users, info.num_used_licenses), (10, 3, 4))
        self.assertTrue(info.policies.emm_state.is_disabled())
        sharing = info.policies.sharing
        for name in sharing._all_field_names_:
            self.assertNotEqual(getattr(sharing, name)._tag, "other", name)

    def test_features(self):
        features = [
            team.Feature.upload_api_rate_limit, team.Feature.has_team_shared_dropbox,
            team.Feature.has_team_file_events, team.Feature.has_team_selective_sync,
            team.Feature.has_distinct_member_homes,
        ]
        values = self.client.team_features_get_values(features).values
        self.assertEqual([value._tag for value in values], [feature._tag for feature in features])
        self.assertTrue(values[0].get_upload_api_rate_limit().is_unlimited())
        self.assert_route_error("empty_features_list", self.client.team_features_get_values, [])

    def test_acting_admin(self):
        admin = self.client.team_token_get_authenticated_admin().admin_profile
        self.assertEqual((admin.team_member_id, admin.email), ("dbmid:1", "admin@example.com"))
