/// The pipeline for GitLab CI.
enum GitLabPipeline {
    /// The pipeline for a folder of manifests.
    static func text(manifests: String) -> String {
        template.replacing("{manifests}", with: manifests)
    }

    private static let template = #"""
        # The Dropbox team, kept equal to the manifests of this repository.
        #
        # A merge request is validated and planned; its widget counts the changes and links the whole plan. What is merged is
        # planned again and applied once somebody has started the job `apply`. A pipeline schedule compares the team with the
        # manifests. README.md says what has to be set up.
        stages: [validate, plan, apply]

        default:
          # An image that has roster and git on its PATH.
          image: $ROSTER_IMAGE

        variables:
          MANIFESTS: {manifests}
          # Whatever a manifest says, secrets go to Dropbox and nowhere else.
          ROSTER_SERVICE_URI: https://api.dropboxapi.com/2
          ROSTER_TOKEN_ENDPOINT: https://api.dropboxapi.com/oauth2/token

        validate:
          stage: validate
          rules:
            - if: $CI_PIPELINE_SOURCE == "merge_request_event"
          script:
            - roster validate --manifests "$MANIFESTS" --output gitlab=code-quality.json
          artifacts:
            when: always
            reports:
              codequality: code-quality.json

        # DROPBOX_CLIENT_ID and DROPBOX_REFRESH_TOKEN belong to an app that can only read.
        plan-merge-request:
          stage: plan
          rules:
            - if: $CI_PIPELINE_SOURCE == "merge_request_event"
          script:
            - git fetch --depth 1 origin "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"
            # The base lies where no file or link of the branch can stand in for it, and a plan of the branch's own making is
            # no plan.
            - rm -rf plan.json plan.html plan-counts.json
            - base=$(mktemp -d)
            - git archive FETCH_HEAD | tar -x -C "$base"
            - set -- --manifests "$MANIFESTS" --output gitlab=plan-counts.json --output json=plan.json --output html=plan.html
            - if [ -d "$base/$MANIFESTS" ]; then set -- "$@" --base "$base/$MANIFESTS" --only-introduced; fi
            - roster plan "$@"
          artifacts:
            when: always
            expose_as: roster plan
            paths: [plan.html, plan.json]
            expire_in: 2 weeks
            reports:
              terraform: plan-counts.json

        plan:
          stage: plan
          rules:
            - if: $CI_PIPELINE_SOURCE != "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
          script:
            - rm -rf plan.json plan.html
            - roster plan --manifests "$MANIFESTS" --output json=plan.json --output html=plan.html
          artifacts:
            when: always
            paths: [plan.html, plan.json]
            expire_in: 2 weeks

        # Changes on a schedule are drift, and end with 2.
        drift:
          stage: plan
          rules:
            - if: $CI_PIPELINE_SOURCE == "schedule"
          script:
            - roster plan --manifests "$MANIFESTS" --output html=plan.html --detailed-exitcode
          artifacts:
            when: always
            paths: [plan.html]
            expire_in: 2 weeks

        # Started by hand, by those who may deploy to the protected environment `dropbox`. A plan that deletes groups needs
        # its token as the job's variable CONFIRM_TOKEN. The secrets of the writing app are variables of this environment.
        apply:
          stage: apply
          rules:
            - if: $CI_PIPELINE_SOURCE != "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
              when: manual
          needs: [plan]
          environment:
            name: dropbox
          resource_group: roster-apply
          interruptible: false
          script:
            # A plan of old, or a job that is run again, must not undo what was merged since.
            - newest=$(git ls-remote origin "refs/heads/$CI_DEFAULT_BRANCH" | cut -f 1)
            - |
              if [ "$newest" != "$CI_COMMIT_SHA" ]; then
                echo "$CI_DEFAULT_BRANCH has moved on since this plan was made: start the newest pipeline's job instead"
                exit 1
              fi
            - rm -rf .roster result.json
            - set -- --manifests "$MANIFESTS" --approved plan.json --output json=result.json
            - if [ -n "${CONFIRM_TOKEN:-}" ]; then set -- "$@" --confirm-group-deletions "$CONFIRM_TOKEN"; fi
            - roster apply "$@"
          artifacts:
            when: always
            paths: [.roster/journal, result.json]
            expire_in: 1 year

        """#
}
