#pragma once

#include <string>

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/held_form.pb.h"

namespace voronka::crm {

// The table `held_forms`.
class HeldForms {
 public:
  explicit HeldForms(rpc::Session& session) : session_(session) {}

  // What waits already is held once. Throws RESOURCE_EXHAUSTED (TOO_MANY_SUBMISSIONS).
  void Hold(int64_t form_id, v1::Inquiry inquiry, const std::string& trap);

  // Throws NOT_FOUND.
  v1::HeldForm Get(int64_t id);
  v1::ListHeldFormsResponse List(const v1::ListHeldFormsRequest& request);
  int64_t CountWaiting();
  v1::HeldForm Release(int64_t id);
  v1::HeldForm Discard(int64_t id);

  // Deletes up to `limit` that are older than 30 days; returns how many.
  static int64_t Forget(storage::Connection& db, int64_t now, int limit);

 private:
  v1::HeldForm Lock(int64_t id);
  void CheckRoom(int64_t form_id);
  // False where the same waits already.
  bool Insert(const v1::HeldForm& held);
  v1::HeldForm Settle(const v1::HeldForm& before, v1::HeldForm after);
  // Without what was sent: the log has it when it is an inquiry.
  void Announce(const v1::HeldForm* before, const v1::HeldForm& after);

  rpc::Session& session_;
};

}  // namespace voronka::crm
