#include "crm_service/intake/held_forms/held_form_rules.h"

#include <chrono>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

// People can look through a day's worth in minutes, and 30 days of the largest take 120 MiB on disk.
constexpr int64_t kMaxHeldForms = 500;
constexpr int64_t kMaxHeldBytes = 4 * 1024 * 1024;
constexpr std::chrono::minutes kRetryDelay(10);

}  // namespace

void CheckRoomFor(const HeldLately& lately) {
  if (lately.forms <= kMaxHeldForms && lately.bytes <= kMaxHeldBytes) return;
  rpc::Error error(rpc::Code::kResourceExhausted,
                   {"TOO_MANY_SUBMISSIONS",
                    "",
                    {"The form cannot take any more inquiries right now; send it again later, or call us.",
                     "Сейчас форма больше не принимает заявки; отправьте её позже или позвоните нам."}});
  throw error.RetryAfter(kRetryDelay);
}

void CheckIsNotReleased(const v1::HeldForm& held) {
  if (held.state() != v1::HeldForm::STATE_RELEASED) return;
  throw rpc::Error(rpc::Code::kFailedPrecondition,
                   {"HELD_FORM_RELEASED",
                    "held_form_id",
                    {"This form has already become an inquiry.", "Эта форма уже стала заявкой."}});
}

}  // namespace voronka::crm
