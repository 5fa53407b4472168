#include "crm_service/intake/forms/forms.h"

#include <google/protobuf/util/time_util.h>

#include <vector>

#include "crm_service/log/events/record.h"
#include "crm_service/intake/forms/form_rules.h"
#include "crm_service/sales/pipelines/pipelines.h"
#include "crm_service/sales/pipelines/stages.h"
#include "foundation/rpc/page.h"
#include "foundation/rpc/update_mask.h"

namespace voronka::crm {
namespace {

using google::protobuf::util::TimeUtil;
using v1::Form;

constexpr size_t kKeyBytes = 16;

Form Parse(const storage::Row& row, int column = 0) {
  Form form;
  form.ParseFromString(row.Text(column));
  return form;
}

Form Only(const std::vector<storage::Row>& rows, int64_t id) {
  if (rows.empty()) throw rpc::NotFound("form", id);
  return Parse(rows.front());
}

void CheckEtag(int64_t named, const Form& form) {
  if (named == 0 || named == form.etag()) return;
  throw rpc::Error(rpc::Code::kAborted,
                   {"STALE_ETAG", "etag", {"The form has been changed since.", "Форму с тех пор изменили."}});
}

}  // namespace

Form Forms::Get(int64_t id) {
  return Only(
      session_.db.Query("SELECT definition FROM forms WHERE account_id = ? AND id = ?", session_.account_id(), id), id);
}

Form Forms::Lock(int64_t id) {
  return Only(session_.db.Query("SELECT definition FROM forms WHERE account_id = ? AND id = ? FOR UPDATE",
                                session_.account_id(), id),
              id);
}

v1::ListFormsResponse Forms::List(const v1::ListFormsRequest& request) {
  const rpc::Page page(request, {0}, rpc::kMostLargeRows);
  std::vector<Form> forms;
  for (const auto& row : session_.db.Query("SELECT definition FROM forms WHERE account_id = ? AND id > ? ORDER BY id",
                                           session_.account_id(), page.key())) {
    forms.push_back(Parse(row));
  }
  if (!request.show_archived()) std::erase_if(forms, [](const Form& form) { return IsArchived(form); });
  v1::ListFormsResponse response;
  page.Fill(std::move(forms), response.mutable_forms(), response.mutable_next_page_token(),
            [](const Form& form) { return std::vector{form.id()}; });
  return response;
}

Form Forms::Create(const v1::CreateFormRequest& request) {
  Form form;
  rpc::ApplyUpdate(request.form(), {}, form);
  Check(form, "");
  form.set_id(session_.NextId("form"));
  form.set_key(session_.random().Hex(kKeyBytes));
  if (form.state() == Form::STATE_UNSPECIFIED) form.set_state(Form::STATE_ACTIVE);
  form.set_etag(1);
  *form.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  session_.db.Execute("INSERT INTO forms (account_id, id, form_key, definition) VALUES (?, ?, ?, ?)",
                      session_.account_id(), form.id(), form.key(), storage::Bytes{form.SerializeAsString()});
  Announce(nullptr, form);
  return form;
}

Form Forms::Update(const v1::UpdateFormRequest& request) {
  auto before = Lock(request.form_id());
  CheckEtag(request.etag(), before);
  auto after = before;
  if (rpc::ApplyUpdate(request.form(), request.update_mask(), after).empty()) return before;
  Check(after, before.pipeline());
  return Save(before, std::move(after));
}

Form Forms::Archive(const v1::ArchiveFormRequest& request) {
  const auto before = Lock(request.form_id());
  CheckEtag(request.etag(), before);
  if (IsArchived(before)) return before;
  auto after = before;
  *after.mutable_archive_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  return Save(before, std::move(after));
}

Form Forms::Unarchive(const v1::UnarchiveFormRequest& request) {
  const auto before = Lock(request.form_id());
  CheckEtag(request.etag(), before);
  if (!IsArchived(before)) return before;
  auto after = before;
  after.clear_archive_time();
  return Save(before, std::move(after));
}

std::optional<OwnedForm> Forms::FindByKey(storage::Connection& db, const std::string& key) {
  const auto rows = db.Query("SELECT account_id, definition FROM forms WHERE form_key = ?", key);
  if (rows.empty()) return std::nullopt;
  return OwnedForm{rows[0].Int(0), Parse(rows[0], 1)};
}

void Forms::Check(Form& form, const std::string& pipeline_before) {
  rpc::Violations violations;
  CheckForm(form, violations);
  if (!form.pipeline().empty()) {
    const auto pipeline = Pipelines(session_).Find(form.pipeline());
    violations.AddUnless(pipeline.has_value(), "UNKNOWN_PIPELINE", "form.pipeline",
                         {"There is no such pipeline.", "Такой воронки нет."});
    if (pipeline) form.set_pipeline(pipeline->key());
    const bool may_be_named = !pipeline || !IsArchived(*pipeline) || pipeline->key() == pipeline_before;
    violations.AddUnless(may_be_named, "PIPELINE_ARCHIVED", "form.pipeline",
                         {"The pipeline is archived.", "Воронка в архиве."});
  }
  violations.ThrowIfAny();
}

Form Forms::Save(const Form& before, Form after) {
  after.set_etag(before.etag() + 1);
  session_.db.Execute("UPDATE forms SET definition = ? WHERE account_id = ? AND id = ?",
                      storage::Bytes{after.SerializeAsString()}, session_.account_id(), after.id());
  Announce(&before, after);
  return after;
}

void Forms::Announce(const Form* before, const Form& after) {
  v1::Event event;
  if (before != nullptr) *event.mutable_form()->mutable_before() = *before;
  *event.mutable_form()->mutable_after() = after;
  Record(session_, std::move(event));
}

}  // namespace voronka::crm
