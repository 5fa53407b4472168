#include "crm_service/intake/held_forms/held_form_rules.h"

#include <chrono>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {
namespace {

// A day of these is looked through in minutes, and thirty of the largest are 120 MiB of the disk.
constexpr int64_t kMostForms = 500;
constexpr int64_t kMostBytes = 4 * 1024 * 1024;
constexpr std::chrono::minutes kAgainIn(10);

}  // namespace

void CheckRoomFor(const HeldLately& lately) {
  if (lately.forms <= kMostForms && lately.bytes <= kMostBytes) return;
  rpc::Error error(rpc::Code::kResourceExhausted,
                   {"TOO_MANY_SUBMISSIONS",
                    "",
                    {"The form takes no more at the moment; send it again later, or call us.",
                     "Сейчас форма больше не принимает заявки; отправьте её позже или позвоните нам."}});
  throw error.RetryAfter(kAgainIn);
}

void CheckIsNotReleased(const v1::HeldForm& held) {
  if (held.state() != v1::HeldForm::STATE_RELEASED) return;
  throw rpc::Error(
      rpc::Code::kFailedPrecondition,
      {"HELD_FORM_RELEASED", "held_form_id", {"It has become an inquiry already.", "Эта форма уже стала заявкой."}});
}

}  // namespace voronka::crm
