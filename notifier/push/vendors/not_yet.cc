#include "notifier/push/vendors/push_services.h"

namespace voronka::notifier {

class PushServices::Implementation {};

PushServices::PushServices(const config::v1::Push&, const process::Clock&, process::Log&, process::Metrics&) {}
PushServices::~PushServices() = default;
std::vector<v1::Vendor> PushServices::Configured() const { return {}; }
std::string PushServices::ApplicationServerKey() const { return ""; }
void PushServices::Check(const v1::Device&) const {}
void PushServices::Renew() {}
void PushServices::Send(Push, std::function<void(const PushAnswer&)> answered) {
  answered({PushAnswer::Outcome::kRefused});
}

}  // namespace voronka::notifier
