#include "notifier/push/vendors/push_services.h"

#include <map>
#include <mutex>
#include <system_error>
#include <utility>

#include "foundation/process/configuration_error.h"
#include "foundation/rpc/requests/error.h"
#include "notifier/push/vendors/apns.h"
#include "notifier/push/vendors/fcm.h"
#include "notifier/push/vendors/push_http.h"
#include "notifier/push/vendors/push_report.h"
#include "notifier/push/vendors/web_push.h"

namespace voronka::notifier {
namespace {

// Says of a key that cannot be used whose it is.
template <class Vendor, class... Arguments>
std::unique_ptr<Vendor> Make(const std::string& field, Arguments&&... arguments) {
  std::string mistake;
  try {
    return std::make_unique<Vendor>(std::forward<Arguments>(arguments)...);
  } catch (const security::KeyError& error) {
    mistake = error.what();
  } catch (const std::system_error& error) {
    mistake = error.what();
  }
  throw process::ConfigurationError({"push." + field + ": " + mistake});
}

rpc::Error VendorOff() {
  return {rpc::Code::kFailedPrecondition,
          {"VENDOR_OFF",
           "device.vendor",
           {"This server has no keys for that push service.", "У этого сервера нет ключей такой службы уведомлений."}}};
}

}  // namespace

class PushServices::Implementation {
 public:
  Implementation(const config::v1::Push& configuration, const process::Clock& clock, process::Log& log,
                 process::Metrics& metrics)
      : log_(log), report_(metrics) {
    if (configuration.has_web_push()) web_push_ = Make<WebPush>("web_push", configuration.web_push(), clock, http_);
    if (configuration.has_fcm()) fcm_ = Make<Fcm>("fcm", configuration.fcm(), clock, log, http_);
    if (configuration.has_apns()) apns_ = Make<Apns>("apns", configuration.apns(), clock, http_);
    Name(v1::VENDOR_WEB_PUSH, web_push_.get());
    Name(v1::VENDOR_FCM, fcm_.get());
    Name(v1::VENDOR_APNS, apns_.get());
    Name(v1::VENDOR_UNIFIED_PUSH, web_push_.get());
  }

  std::vector<v1::Vendor> Configured() const {
    std::vector<v1::Vendor> configured;
    for (const auto& [name, vendor] : vendors_) configured.push_back(name);
    return configured;
  }

  std::string ApplicationServerKey() const { return web_push_ ? web_push_->ApplicationServerKey() : ""; }

  void Check(const v1::Device& device) const { VendorOf(device); }

  void Renew() {
    const std::lock_guard lock(renewing_);
    for (const auto& [name, vendor] : vendors_) vendor->Renew(log_);
  }

  void Send(Push push, PushAnswered answered) {
    auto counting = report_.Counting(push.device.vendor(), std::move(answered));
    http_.Run([this, push = std::move(push), counting = std::move(counting)] { SendNow(push, counting); });
  }

 private:
  void Name(v1::Vendor name, PushVendor* vendor) {
    if (vendor == nullptr) return;
    vendors_.emplace(name, vendor);
    report_.Show(name);
  }

  // Throws rpc::Error for a device to which nothing is ever sent.
  PushVendor& VendorOf(const v1::Device& device) const {
    const auto vendor = vendors_.find(device.vendor());
    if (vendor == vendors_.end()) throw VendorOff();
    rpc::Violations violations;
    vendor->second->Check(device, violations);
    violations.ThrowIfAny();
    return *vendor->second;
  }

  // What the device was registered with may not be allowed any more.
  void SendNow(const Push& push, const PushAnswered& answered) {
    try {
      VendorOf(push.device).Send(push, answered);
    } catch (const rpc::Error& error) {
      answered({PushAnswer::Outcome::kRefused, {}, error.what(), v1::PushIntent::TROUBLE_NOT_ALLOWED});
    } catch (const std::exception& error) {
      log_.Error("a push cannot be sent", {{"reason", error.what()}});
      answered({PushAnswer::Outcome::kLater, {}, error.what()});
    }
  }

  process::Log& log_;
  PushReport report_;
  std::mutex renewing_;
  std::unique_ptr<WebPush> web_push_;
  std::unique_ptr<Fcm> fcm_;
  std::unique_ptr<Apns> apns_;
  // In the order of their numbers.
  std::map<v1::Vendor, PushVendor*> vendors_;
  // Ends first: what it runs uses all of the above.
  PushHttp http_;
};

PushServices::PushServices(const config::v1::Push& configuration, const process::Clock& clock, process::Log& log,
                           process::Metrics& metrics)
    : implementation_(std::make_unique<Implementation>(configuration, clock, log, metrics)) {}

PushServices::~PushServices() = default;

std::vector<v1::Vendor> PushServices::Configured() const { return implementation_->Configured(); }
std::string PushServices::ApplicationServerKey() const { return implementation_->ApplicationServerKey(); }
void PushServices::Check(const v1::Device& device) const { implementation_->Check(device); }
void PushServices::Renew() { implementation_->Renew(); }
void PushServices::Send(Push push, PushAnswered answered) {
  implementation_->Send(std::move(push), std::move(answered));
}

}  // namespace voronka::notifier
