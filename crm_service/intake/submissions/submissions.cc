#include "crm_service/intake/submissions/submissions.h"

#include <chrono>

#include "crm_service/intake/submissions/submission_digest.h"
#include "foundation/storage/errors.h"

namespace voronka::crm {
namespace {

using std::chrono::microseconds;
using storage::Bytes;

constexpr int64_t kNamedLifetime = microseconds(std::chrono::hours(72)).count();
constexpr int64_t kUnnamedLifetime = microseconds(std::chrono::minutes(10)).count();

}  // namespace

Submissions::Submissions(rpc::Session& session, const v1::Form& form, const v1::SubmitFormRequest& request)
    : session_(session),
      form_id_(form.id()),
      digest_(DigestOf(form, request)),
      lifetime_(request.submission_id().empty() ? kUnnamedLifetime : kNamedLifetime) {}

std::optional<int64_t> Submissions::Begin() {
  if (Insert()) return std::nullopt;
  return Earlier();
}

// Waits when another transaction is submitting the same content.
bool Submissions::Insert() {
  try {
    session_.db.Execute(
        "INSERT INTO form_submissions (account_id, form_id, digest, inquiry_id, create_time) VALUES (?, ?, ?, 0, ?)",
        session_.account_id(), form_id_, Bytes{digest_}, session_.Now());
    return true;
  } catch (const storage::DuplicateKey&) {
    return false;
  }
}

std::optional<int64_t> Submissions::Earlier() {
  const auto rows = session_.db.Query(
      "SELECT inquiry_id, create_time FROM form_submissions WHERE account_id = ? AND form_id = ? AND digest = ?",
      session_.account_id(), form_id_, Bytes{digest_});
  const bool expired = rows.at(0).Int(1) + lifetime_ <= session_.Now();
  if (!expired) return rows[0].Int(0);
  // Another transaction may be renewing it right now.
  return Renew(rows[0].Int(1)) ? std::nullopt : Earlier();
}

bool Submissions::Renew(int64_t create_time) {
  return session_.db.Execute(
             "UPDATE form_submissions SET create_time = ? WHERE account_id = ? AND form_id = ? AND digest = ? "
             "AND create_time = ?",
             session_.Now(), session_.account_id(), form_id_, Bytes{digest_}, create_time) == 1;
}

void Submissions::Became(int64_t inquiry_id) {
  session_.db.Execute("UPDATE form_submissions SET inquiry_id = ? WHERE account_id = ? AND form_id = ? AND digest = ?",
                      inquiry_id, session_.account_id(), form_id_, Bytes{digest_});
}

int64_t Submissions::Forget(storage::Connection& db, int64_t now, int limit) {
  return db.Execute("DELETE FROM form_submissions WHERE create_time < ? LIMIT ?", now - kNamedLifetime, limit);
}

}  // namespace voronka::crm
