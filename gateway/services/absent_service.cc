#include "gateway/services/absent_service.h"

#include <chrono>

#include "foundation/rpc/calls/status.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::gateway {
namespace {

constexpr std::chrono::seconds kRetryAfter(2);

rpc::Violation PartOf(const Method& method) {
  const std::string package = method.file()->package();
  if (package.starts_with("voronka.distribution.")) {
    return {"DISTRIBUTION_UNAVAILABLE",
            "",
            {"The distribution of inquiries is not available now; the rest works. Repeat in a moment.",
             "Распределение заявок сейчас недоступно, остальное работает. Повторите чуть позже."}};
  }
  if (package.starts_with("voronka.notifier.")) {
    return {"NOTIFIER_UNAVAILABLE",
            "",
            {"Notifications and reminders are not available now; the rest works. Repeat in a moment.",
             "Уведомления и напоминания сейчас недоступны, остальное работает. Повторите чуть позже."}};
  }
  return {"CRM_UNAVAILABLE",
          "",
          {"The service is not available now. Repeat in a moment.", "Сервис сейчас недоступен. Повторите чуть позже."}};
}

}  // namespace

void NameTheAbsent(Ending& ending, const Method& method, const std::string& language) {
  if (ending.told || ending.status.error_code() != grpc::StatusCode::UNAVAILABLE) return;
  rpc::Error error(rpc::Code::kUnavailable, PartOf(method));
  ending.status = rpc::ToStatus(error.RetryAfter(kRetryAfter), language);
}

}  // namespace voronka::gateway
