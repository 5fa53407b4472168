#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// A form and the account it belongs to, found by the form's key.
struct OwnedForm {
  int64_t account_id;
  v1::Form form;
};

// The table `forms`. Each form is serialised into one column.
class Forms {
 public:
  explicit Forms(rpc::Session& session) : session_(session) {}

  // Throw NOT_FOUND.
  v1::Form Get(int64_t id) { return Read(id, ""); }
  v1::Form Lock(int64_t id);
  // All with a larger id, in order of id.
  std::vector<v1::Form> After(int64_t id);
  // Searches all accounts.
  static std::optional<OwnedForm> FindByKey(storage::Connection& db, const std::string& key);
  // Throws NOT_FOUND (UNKNOWN_FORM).
  static OwnedForm GetByKey(storage::Connection& db, const std::string& key);

  // Assigns id, key, creation time, etag and, unless it has one, its code. Throws ALREADY_EXISTS (CODE_TAKEN).
  v1::Form Add(v1::Form form);
  // `before` must be locked.
  v1::Form Save(const v1::Form& before, v1::Form after);

 private:
  // Serialises changes of the account's configuration.
  void TakeTurn();
  v1::Form Read(int64_t id, const std::string& locking);
  void CheckCodeIsFree(const v1::Form& form);

  rpc::Session& session_;
};

}  // namespace voronka::crm
