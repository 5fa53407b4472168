#include "notifier/push/sign_out.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <vector>

#include "notifier/devices/devices.h"
#include "notifier/push/intents.h"
#include "notifier/push/messages.h"
#include "notifier/push/pushes.h"
#include "notifier/recipients/recipients.h"

namespace voronka::notifier {
namespace {

// The device may be turned off. Four weeks are the most that vendors allow.
constexpr int64_t kKeptByVendors = std::chrono::microseconds(std::chrono::hours(28 * 24)).count();

void SignOut(rpc::Session& session, const std::vector<OwnedDevice>& taken) {
  std::vector<v1::PushIntent> intents;
  for (const auto& [user_id, device] : taken) {
    const auto locale = Recipients(session.db, session.account_id()).Get(user_id).locale();
    std::ranges::move(IntentsFor(session, user_id, {device}, SignOutMessage(locale),
                                 {.purpose = v1::PushIntent::PURPOSE_SIGN_OUT,
                                  .urgency = v1::KindPreference::URGENCY_NORMAL,
                                  .expire = session.Now() + kKeptByVendors}),
                      std::back_inserter(intents));
  }
  Pushes(session.db).Add(intents);
}

}  // namespace

void SignOutOfSession(rpc::Session& session, int64_t session_id) {
  SignOut(session, Devices(session.db, session.account_id()).TakeOfSession(session_id));
}

void SignOutIfDisabled(rpc::Session& session, const crm::v1::User& user) {
  if (user.state() == crm::v1::User::STATE_ACTIVE) return;
  SignOut(session, Devices(session.db, session.account_id()).TakeOfUser(user.id()));
}

}  // namespace voronka::notifier
