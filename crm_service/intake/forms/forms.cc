#include "crm_service/intake/forms/forms.h"

#include <google/protobuf/util/time_util.h>

#include <algorithm>

#include "crm_service/log/events/record.h"
#include "crm_service/people/accounts/accounts.h"
#include "foundation/rpc/requests/error.h"
#include "foundation/storage/stored_message.h"

namespace voronka::crm {

using google::protobuf::util::TimeUtil;
using storage::Bytes;
using storage::Stored;
using v1::Form;

namespace {

constexpr size_t kKeyBytes = 16;

// Of the key, which is another one in every account: so no file takes one form for another.
void SetUsualCode(Form& form) {
  constexpr size_t kEnough = 8;
  if (form.code().empty()) form.set_code("form_" + form.key().substr(0, kEnough));
}

// Those of an earlier release have no code.
Form StoredForm(const std::string& definition) {
  auto form = Stored<Form>(definition);
  SetUsualCode(form);
  return form;
}

}  // namespace

Form Forms::Read(int64_t id, const std::string& locking) {
  const auto rows = session_.db.Query("SELECT definition FROM forms WHERE account_id = ? AND id = ?" + locking,
                                      session_.account_id(), id);
  if (rows.empty()) throw rpc::NotFound("form", id);
  return StoredForm(rows[0].Text(0));
}

std::vector<Form> Forms::After(int64_t id) {
  std::vector<Form> forms;
  for (const auto& row : session_.db.Query("SELECT definition FROM forms WHERE account_id = ? AND id > ? ORDER BY id",
                                           session_.account_id(), id)) {
    forms.push_back(StoredForm(row.Text(0)));
  }
  return forms;
}

std::optional<OwnedForm> Forms::FindByKey(storage::Connection& db, const std::string& key) {
  const auto rows = db.Query("SELECT account_id, definition FROM forms WHERE form_key = ?", key);
  if (rows.empty()) return std::nullopt;
  OwnedForm found{rows[0].Int(0), StoredForm(rows[0].Text(1))};
  // The database takes a key with blanks after it for the same one.
  return found.form.key() == key ? std::optional(std::move(found)) : std::nullopt;
}

OwnedForm Forms::GetByKey(storage::Connection& db, const std::string& key) {
  auto found = FindByKey(db, key);
  if (found) return *std::move(found);
  throw rpc::Error(rpc::Code::kNotFound, {"UNKNOWN_FORM", "key", {"There is no such form.", "Такой формы нет."}});
}

Form Forms::Lock(int64_t id) {
  TakeTurn();
  return Read(id, " FOR UPDATE");
}

void Forms::TakeTurn() { Accounts(session_).Lock(); }

void Forms::CheckCodeIsFree(const Form& form) {
  const auto others = After(0);
  if (std::ranges::count(others, form.code(), &Form::code) == 0) return;
  throw rpc::Error(rpc::Code::kAlreadyExists,
                   {"CODE_TAKEN", "form.code", {"Another form has this code.", "Этот код уже занят другой формой."}});
}

Form Forms::Add(Form form) {
  TakeTurn();
  form.set_id(session_.NextId("form"));
  form.set_key(session_.random().Hex(kKeyBytes));
  *form.mutable_create_time() = TimeUtil::MicrosecondsToTimestamp(session_.Now());
  form.set_etag(1);
  SetUsualCode(form);
  CheckCodeIsFree(form);
  session_.db.Execute("INSERT INTO forms (account_id, id, form_key, definition) VALUES (?, ?, ?, ?)",
                      session_.account_id(), form.id(), form.key(), Bytes{form.SerializeAsString()});
  RecordChange(session_, session_.account_id(), nullptr, form);
  return form;
}

Form Forms::Save(const Form& before, Form after) {
  after.set_etag(before.etag() + 1);
  session_.db.Execute("UPDATE forms SET definition = ? WHERE account_id = ? AND id = ?",
                      Bytes{after.SerializeAsString()}, session_.account_id(), after.id());
  RecordChange(session_, session_.account_id(), &before, after);
  return after;
}

}  // namespace voronka::crm
