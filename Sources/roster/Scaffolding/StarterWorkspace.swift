/// Manifests that name nobody, each explaining itself.
enum StarterWorkspace {
    static let files: [Scaffold.File] = [
        Scaffold.File(path: "connection.json", contents: connection),
        Scaffold.File(path: "policy.json", contents: policy),
        Scaffold.File(path: "users.json", contents: users),
        Scaffold.File(path: "groups.json", contents: groups),
    ]

    /// Journals, locks and simulated teams are of this machine.
    static let gitignore = """
        .roster/

        """

    /// What has to be set up before the pipelines run.
    static func readme(manifests: String, branch: String) -> String {
        readmeTemplate.replacing("{manifests}", with: manifests).replacing("{branch}", with: branch)
    }

    private static let readmeTemplate = """
        # Our Dropbox team

        The manifests in `{manifests}/` say who belongs to the Dropbox team, and to which groups. A pull request shows what a
        change of them would do; once it is merged and approved, roster does exactly that.

        ## Every day

        ```console
        $ roster validate            # check the manifests, no account needed
        $ roster plan                # what would change; changes nothing
        $ roster explain EMAIL       # why something is planned so
        ```

        ## Setting up, once

        Keep this repository private: manifests, plans, comments and artifacts name everybody.

        1. In the Dropbox App Console make two apps with scoped access and team scopes: one that reads (`team_info.read
           members.read groups.read`), for plans, and one that writes as well (`members.write members.delete groups.write`
           besides), for applies. Authorise both as a team admin with `roster login`, the first one with `--read-only`, and
           keep their refresh tokens.
        2. Try it: set `DROPBOX_CLIENT_ID` and `DROPBOX_REFRESH_TOKEN`, then `roster check`. Put the
           team's ID that it prints into `{manifests}/connection.json` as `team_id`.
        3. Name the break-glass admin in `{manifests}/policy.json` under `protect`.

        ### GitHub

        - Secrets of the repository: `ROSTER_PLAN_CLIENT_ID` and `ROSTER_PLAN_REFRESH_TOKEN` of the app
          that reads.
        - An environment `dropbox` with required reviewers, for the branch `{branch}` alone. Its secrets:
          `ROSTER_APPLY_CLIENT_ID` and `ROSTER_APPLY_REFRESH_TOKEN` of the app that writes.
        - In `.github/workflows/roster.yml` the action that installs roster: your copy of its repository, at a commit.
        - Protect the branch `{branch}`: reviews, and the checks `validate` and `plan-pull-request`.
        - Pull requests of forks get no secrets. In a private repository they are planned against a snapshot of the team that
          the scheduled run keeps for four days; it holds everybody's email.

        ### GitLab

        - The variable `ROSTER_IMAGE`: an image that has roster and git on its `PATH`.
        - Masked variables `DROPBOX_CLIENT_ID` and `DROPBOX_REFRESH_TOKEN` of the app that reads, for all
          environments; and of the app that writes, for the environment `dropbox` and marked as protected besides, so that
          only protected branches get them. Protect the default branch, and the environment where your GitLab can.
        - A pipeline schedule for every workday, which compares the team with the manifests.

        """

    private static let connection = """
        {
          "apiVersion": "roster/v1",
          "kind": "Connection",
          "description": "How to reach the team. Secrets are named here and never written. Add \\"team_id\\": `roster check` prints it, and another team is then never touched. A refresh token of `roster login` needs no \\"client_secret\\".",
          "name": "team",
          "authentication": {
            "method": "oauth",
            "grant_type": "refresh_token",
            "client_id": { "env": "DROPBOX_CLIENT_ID" },
            "refresh_token": { "env": "DROPBOX_REFRESH_TOKEN" }
          }
        }

        """

    private static let policy = """
        {
          "apiVersion": "roster/v1",
          "kind": "Policy",
          "description": "What roster may do. Everything left out has its default; the defaults remove nobody.",
          "users": {
            "description": "With deprovision true, managed people whom no manifest names any more are suspended, and removed after delete_after_days.",
            "deprovision": false,
            "remove_action": "disable",
            "scope": "managed"
          },
          "groups": {
            "description": "tombstone: a group is deleted only if its record says \\"lifecycle\\": \\"absent\\". absent: also managed groups that no manifest names. With mark_existing true, groups that were there before get roster's external ID, so that it knows them after a rename.",
            "delete": "tombstone",
            "scope": "managed",
            "mark_existing": false
          },
          "protect": {
            "description": "Never suspended, removed, demoted, renamed or deleted. Put the break-glass admin here; * stands for any text.",
            "users": [],
            "groups": []
          },
          "limits": {
            "description": "So much in one run and no more.",
            "group_deletions": 1,
            "user_removals": "5%",
            "user_suspensions": "5%",
            "membership_removals": "10%"
          }
        }

        """

    private static let users = """
        {
          "apiVersion": "roster/v1",
          "kind": "Users",
          "description": "People, such as {\\"email\\": \\"janet.smith@example.com\\", \\"given_name\\": \\"Janet\\", \\"surname\\": \\"Smith\\", \\"status\\": \\"active\\", \\"external_id\\": \\"emp-1020\\"}. What a record leaves out is not managed.",
          "users": []
        }

        """

    private static let groups = """
        {
          "apiVersion": "roster/v1",
          "kind": "Groups",
          "description": "Groups, such as {\\"name\\": \\"Finance\\", \\"id\\": \\"grp-7\\", \\"members\\": [\\"janet.smith@example.com\\"]}. Members are overwritten by what stands here, unless \\"membership\\" is \\"additive\\".",
          "groups": []
        }

        """
}
