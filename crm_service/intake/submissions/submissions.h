#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crm_service/intake/submissions/submission_digest.h"
#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// The table `form_submissions`. It makes one inquiry of a submission, however often that is sent; submission_digest.h
// says when two are the same, and for how long that is remembered.
class Submissions {
 public:
  Submissions(rpc::Session& session, const v1::Form& form, const v1::SubmitFormRequest& request);

  // Returns the inquiry that the submission already became. Nothing: the submission is new, and this transaction has
  // claimed it; others that send the same wait until it ends.
  std::optional<int64_t> Begin();
  // Saves the inquiry that the submission became.
  void Became(int64_t inquiry_id);

  // Deletes up to `limit` that are older than 72 h; returns how many.
  static int64_t Forget(storage::Connection& db, int64_t now, int limit);

 private:
  // False: the digest has a row already.
  bool Insert(const SubmissionDigest& digest);
  std::optional<int64_t> Earlier(const SubmissionDigest& digest);
  bool Renew(const SubmissionDigest& digest, int64_t create_time);

  rpc::Session& session_;
  const int64_t form_id_;
  const std::vector<SubmissionDigest> digests_;
};

}  // namespace voronka::crm
