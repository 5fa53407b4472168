#pragma once

#include <optional>
#include <string>

#include "foundation/rpc/error.h"
#include "foundation/rpc/session.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// A form, and the account that its key names.
struct OwnedForm {
  int64_t account_id;
  v1::Form form;
};

// The table `forms`.
class Forms {
 public:
  explicit Forms(rpc::Session& session) : session_(session) {}

  // Throws NOT_FOUND.
  v1::Form Get(int64_t id);
  v1::ListFormsResponse List(const v1::ListFormsRequest& request);
  v1::Form Create(const v1::CreateFormRequest& request);
  v1::Form Update(const v1::UpdateFormRequest& request);
  v1::Form Archive(const v1::ArchiveFormRequest& request);
  v1::Form Unarchive(const v1::UnarchiveFormRequest& request);

  // Of any account.
  static std::optional<OwnedForm> FindByKey(storage::Connection& db, const std::string& key);

 private:
  v1::Form Lock(int64_t id);
  // Throws INVALID_ARGUMENT with all that is wrong. The pipeline is named by its key then; it must be in use where the
  // form did not name it before.
  void Check(v1::Form& form, const std::string& pipeline_before);
  // The next version.
  v1::Form Save(const v1::Form& before, v1::Form after);
  void Announce(const v1::Form* before, const v1::Form& after);

  rpc::Session& session_;
};

}  // namespace voronka::crm
