/// The workflow for GitHub Actions.
enum GitHubWorkflow {
    /// Where GitHub looks for it.
    static let path = ".github/workflows/roster.yml"
    /// Stands where the action belongs until somebody says where roster is kept. No account can have this name, so that
    /// nobody's code runs by mistake.
    static let noAction = "your--organization/roster/.github/actions/roster@COMMIT"

    /// The workflow for a folder of manifests.
    ///
    /// - Parameter branch: The branch that is applied.
    static func text(manifests: String, branch: String, action: String?) -> String {
        template
            .replacing("{manifests}", with: manifests)
            .replacing("{branch}", with: branch)
            .replacing("{action}", with: action ?? noAction)
    }

    private static let template = head + checks + plans + applies

    private static let head = #"""
        # The Dropbox team, kept equal to the manifests of this repository.
        #
        # A pull request is validated and planned, and the plan is a comment on it. What is merged is planned again and
        # applied once somebody has approved the environment `dropbox`. On workdays the team is compared with the manifests.
        # README.md says what has to be set up.
        name: roster

        on:
          pull_request:
          push:
            branches: ['{branch}']
          schedule:
            - cron: "23 5 * * 1-5"
          workflow_dispatch:
            inputs:
              confirm_token:
                description: The token of the plan that consents to its group deletions
                required: false

        permissions:
          contents: read

        # Said aloud, it ends a step at the first command that fails, also in a pipe.
        defaults:
          run:
            shell: bash

        env:
          MANIFESTS: {manifests}
          # Whatever a manifest says, secrets go to Dropbox and nowhere else.
          ROSTER_SERVICE_URI: https://api.dropboxapi.com/2
          ROSTER_TOKEN_ENDPOINT: https://api.dropboxapi.com/oauth2/token

        jobs:

        """#

    /// What needs no write access to the team: the checks of a pull request, also of a fork.
    private static let checks = #"""
          validate:
            if: github.event_name == 'pull_request'
            runs-on: ubuntu-latest
            timeout-minutes: 30
            steps:
              - uses: actions/checkout@v4
              - uses: {action}
              - name: Validate the manifests
                run: roster validate --manifests "$MANIFESTS" --format github

          # Its secrets belong to an app that can only read.
          plan-pull-request:
            if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository
            runs-on: ubuntu-latest
            timeout-minutes: 30
            permissions:
              contents: read
              pull-requests: write
            concurrency:
              group: roster-plan-${{ github.event.pull_request.number }}
              cancel-in-progress: true
            steps:
              # The merge of the branch, and the commit of the target branch that it is merged into.
              - uses: actions/checkout@v4
                with:
                  fetch-depth: 2
                  persist-credentials: false
              - uses: {action}
              - name: Plan
                id: plan
                env:
                  DROPBOX_CLIENT_ID: ${{ secrets.ROSTER_PLAN_CLIENT_ID }}
                  DROPBOX_REFRESH_TOKEN: ${{ secrets.ROSTER_PLAN_REFRESH_TOKEN }}
                # The base lies where no file or link of the branch can stand in for it, and a plan of the branch's own making
                # is no plan.
                run: |
                  rm -rf plan.json plan.md plan.html
                  base=$(mktemp -d)
                  git archive HEAD^1 | tar -x -C "$base"
                  set -- --manifests "$MANIFESTS" --format github
                  set -- "$@" --output json=plan.json --output html=plan.html
                  if [ -d "$base/$MANIFESTS" ]; then
                    set -- "$@" --base "$base/$MANIFESTS" --only-introduced
                  fi
                  status=0
                  roster plan "$@" || status=$?
                  echo "status=$status" >>"$GITHUB_OUTPUT"
                  # The comment of an older push must not stand for a plan that could not be made or does not fit.
                  if ! [ -f plan.json ] || ! roster show plan.json --format markdown >plan.md; then
                    {
                      echo '<!-- roster:plan -->'
                      echo '**The newest push has no plan here:** it could not be made, or is too long for a comment.'
                      echo 'The log of the job says which; a plan that was made is its artifact.'
                    } >plan.md
                  fi
              # One comment, rewritten with every push.
              - name: Comment
                env:
                  GH_TOKEN: ${{ github.token }}
                  PULL_REQUEST: ${{ github.event.pull_request.number }}
                run: |
                  comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
                  comment=$(gh api --paginate "$comments" --jq \
                    '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- roster:plan -->"))) | .id')
                  comment=${comment%%$'\n'*}
                  if [ -n "$comment" ]; then
                    gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" --field body=@plan.md >/dev/null
                  else
                    gh api --method POST "$comments" --field body=@plan.md >/dev/null
                  fi
              - uses: actions/upload-artifact@v4
                if: hashFiles('plan.json') != ''
                with:
                  name: roster-plan
                  path: |
                    plan.json
                    plan.html
                  retention-days: 14
              # 0: can be applied, 1: could not be planned, 4: a gate refuses what this branch introduces.
              - name: Verdict
                env:
                  STATUS: ${{ steps.plan.outputs.status }}
                run: exit "${STATUS:-1}"

          # A fork gets no secrets. Its plan is made against the newest snapshot of the team, which only a private repository has.
          plan-fork:
            if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name != github.repository && github.event.repository.private
            runs-on: ubuntu-latest
            timeout-minutes: 30
            permissions:
              actions: read
              contents: read
            steps:
              - uses: actions/checkout@v4
              - uses: {action}
              - name: Fetch the snapshot
                env:
                  GH_TOKEN: ${{ github.token }}
                run: |
                  run=$(gh run list --repo "$GITHUB_REPOSITORY" --workflow roster.yml --branch {branch} --event schedule \
                    --limit 1 --json databaseId --jq '.[0].databaseId')
                  rm -rf .snapshot
                  # Without a run gh would take the newest artifact of that name, whoever made it.
                  [ -n "$run" ] || { echo "::error::no scheduled run has stored a snapshot yet"; exit 1; }
                  gh run download "$run" --repo "$GITHUB_REPOSITORY" --name roster-snapshot --dir .snapshot
              - name: Plan without credentials
                run: roster plan --manifests "$MANIFESTS" --live .snapshot/snapshot.json --format github


        """#

    private static let plans = #"""
          # The plan that is applied, and on workdays the comparison.
          plan:
            if: github.event_name != 'pull_request'
            runs-on: ubuntu-latest
            timeout-minutes: 30
            outputs:
              changes: ${{ steps.plan.outputs.changes }}
              confirm_token: ${{ steps.plan.outputs.confirm_token }}
            env:
              DROPBOX_CLIENT_ID: ${{ secrets.ROSTER_PLAN_CLIENT_ID }}
              DROPBOX_REFRESH_TOKEN: ${{ secrets.ROSTER_PLAN_REFRESH_TOKEN }}
            steps:
              - uses: actions/checkout@v4
              - uses: {action}
              - name: Snapshot
                if: github.event_name == 'schedule'
                env:
                  GH_TOKEN: ${{ github.token }}
                # In a public repository everybody may read artifacts. The event of a schedule does not tell, so it is asked.
                run: |
                  rm -rf snapshot.json
                  private=$(gh api "repos/$GITHUB_REPOSITORY" --jq .private) || private=unknown
                  if [ "$private" = true ]; then
                    roster snapshot --manifests "$MANIFESTS" --output snapshot.json
                  fi
              - uses: actions/upload-artifact@v4
                if: github.event_name == 'schedule' && hashFiles('snapshot.json') != ''
                with:
                  name: roster-snapshot
                  path: snapshot.json
                  retention-days: 4
              # On a schedule changes are drift, and end with 2.
              - name: Plan
                id: plan
                env:
                  DETAILED: ${{ github.event_name == 'schedule' && '--detailed-exitcode' || '' }}
                run: |
                  rm -rf plan.json plan.html
                  roster plan --manifests "$MANIFESTS" --format github \
                    --output json=plan.json --output html=plan.html ${DETAILED:+"$DETAILED"}
              - uses: actions/upload-artifact@v4
                if: '!cancelled() && hashFiles(''plan.json'') != '''''
                with:
                  name: roster-plan
                  path: |
                    plan.json
                    plan.html
                  retention-days: 14


        """#

    private static let applies = #"""
          # Waits for the reviewers of the environment `dropbox`; they see the plan in the summary of the job before.
          apply:
            needs: plan
            if: github.event_name != 'schedule' && github.ref == 'refs/heads/{branch}' && needs.plan.outputs.changes != '0'
            runs-on: ubuntu-latest
            timeout-minutes: 360
            environment: dropbox
            permissions:
              actions: read
              contents: read
            concurrency:
              group: roster-apply
              cancel-in-progress: false
            steps:
              - uses: actions/checkout@v4
              # An approval that comes late, or a job that is run again, must not undo what was merged since.
              - name: Nothing newer was merged
                run: |
                  newest=$(git ls-remote origin refs/heads/{branch} | cut -f 1)
                  if [ "$newest" != "$GITHUB_SHA" ]; then
                    echo "::error::{branch} has moved on since this plan was made: approve the newest run, or start one by hand"
                    exit 1
                  fi
                  rm -rf .roster plan.json result.json
              - uses: {action}
              - uses: actions/download-artifact@v4
                with:
                  name: roster-plan
              # Deletions need a person: a reviewer of the environment, or whoever typed the plan's token by hand. GitHub makes
              # an environment without reviewers when a workflow names one that does not exist, so it is asked.
              - name: Consent
                id: consent
                if: needs.plan.outputs.confirm_token != ''
                env:
                  GH_TOKEN: ${{ github.token }}
                  TOKEN: ${{ needs.plan.outputs.confirm_token }}
                  TYPED: ${{ inputs.confirm_token }}
                run: |
                  reviewers=$(gh api "repos/$GITHUB_REPOSITORY/environments/dropbox" \
                    --jq '[.protection_rules[]? | select(.type == "required_reviewers")] | length') || reviewers=0
                  if [ "$reviewers" -gt 0 ] || [ "$TYPED" = "$TOKEN" ]; then
                    echo "token=$TOKEN" >>"$GITHUB_OUTPUT"
                  else
                    echo "::warning::the environment dropbox has no required reviewers: run this workflow by hand with the token of the plan"
                  fi
              - name: Apply what was approved
                env:
                  DROPBOX_CLIENT_ID: ${{ secrets.ROSTER_APPLY_CLIENT_ID }}
                  DROPBOX_REFRESH_TOKEN: ${{ secrets.ROSTER_APPLY_REFRESH_TOKEN }}
                  TOKEN: ${{ steps.consent.outputs.token }}
                run: |
                  set -- --manifests "$MANIFESTS" --approved plan.json --output json=result.json
                  if [ -n "$TOKEN" ]; then
                    set -- "$@" --confirm-group-deletions "$TOKEN"
                  fi
                  roster apply "$@"
              - name: Keep the evidence
                if: always()
                uses: actions/upload-artifact@v4
                with:
                  name: roster-journal
                  path: |
                    .roster/journal
                    result.json
                  include-hidden-files: true
                  retention-days: 90

        """#
}
