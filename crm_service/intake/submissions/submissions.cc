#include "crm_service/intake/submissions/submissions.h"

#include <chrono>

#include "foundation/storage/errors.h"

namespace voronka::crm {
namespace {

using std::chrono::microseconds;
using storage::Bytes;

constexpr int64_t kLongestLifetime = microseconds(std::chrono::hours(72)).count();

}  // namespace

Submissions::Submissions(rpc::Session& session, const v1::Form& form, const v1::SubmitFormRequest& request)
    : session_(session), form_id_(form.id()), digests_(DigestsOf(form, request)) {}

std::optional<int64_t> Submissions::Begin() {
  for (const auto& digest : digests_) {
    if (Insert(digest)) continue;
    const auto earlier = Earlier(digest);
    if (!earlier) continue;
    // The digests before this one have just been claimed.
    if (&digest != &digests_.front()) Became(*earlier);
    return earlier;
  }
  return std::nullopt;
}

// Waits when another transaction is submitting the same content.
bool Submissions::Insert(const SubmissionDigest& digest) {
  try {
    session_.db.Execute(
        "INSERT INTO form_submissions (account_id, form_id, digest, inquiry_id, create_time) VALUES (?, ?, ?, 0, ?)",
        session_.account_id(), form_id_, Bytes{digest.value}, session_.Now());
    return true;
  } catch (const storage::DuplicateKey&) {
    return false;
  }
}

std::optional<int64_t> Submissions::Earlier(const SubmissionDigest& digest) {
  const auto rows = session_.db.Query(
      "SELECT inquiry_id, create_time FROM form_submissions WHERE account_id = ? AND form_id = ? AND digest = ?",
      session_.account_id(), form_id_, Bytes{digest.value});
  const bool expired = rows.at(0).Int(1) + digest.lifetime <= session_.Now();
  if (!expired) return rows[0].Int(0);
  // Another transaction may be renewing it right now.
  return Renew(digest, rows[0].Int(1)) ? std::nullopt : Earlier(digest);
}

bool Submissions::Renew(const SubmissionDigest& digest, int64_t create_time) {
  return session_.db.Execute(
             "UPDATE form_submissions SET create_time = ? WHERE account_id = ? AND form_id = ? AND digest = ? "
             "AND create_time = ?",
             session_.Now(), session_.account_id(), form_id_, Bytes{digest.value}, create_time) == 1;
}

void Submissions::Became(int64_t inquiry_id) {
  for (const auto& digest : digests_) {
    session_.db.Execute(
        "UPDATE form_submissions SET inquiry_id = ? WHERE account_id = ? AND form_id = ? AND digest = ?", inquiry_id,
        session_.account_id(), form_id_, Bytes{digest.value});
  }
}

int64_t Submissions::Forget(storage::Connection& db, int64_t now, int limit) {
  return db.Execute("DELETE FROM form_submissions WHERE create_time < ? LIMIT ?", now - kLongestLifetime, limit);
}

}  // namespace voronka::crm
