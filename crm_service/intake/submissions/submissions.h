#pragma once

#include <optional>
#include <string>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// The table `form_submissions`: what was sent is one inquiry, however often it is sent (submission_digest.h tells what
// is the same). That lasts 72 h where the sender names the attempt, else 10 minutes.
class Submissions {
 public:
  Submissions(rpc::Session& session, const v1::Form& form, const v1::SubmitFormRequest& request);

  // The inquiry that it was before; nothing: it is new, and belongs to this transaction until it ends. Whoever sends
  // the same meanwhile waits.
  std::optional<int64_t> Begin();
  // What has become of it.
  void Became(int64_t inquiry_id);

  // Deletes up to `limit` that are older than 72 h; returns how many.
  static int64_t Forget(storage::Connection& db, int64_t now, int limit);

 private:
  bool Insert();
  std::optional<int64_t> Earlier();
  bool Renew(int64_t create_time);

  rpc::Session& session_;
  const int64_t form_id_;
  const std::string digest_;
  // In microseconds.
  const int64_t lifetime_;
};

}  // namespace voronka::crm
