#include "foundation/rpc/calls/method_policy.h"

#include <algorithm>
#include <mutex>
#include <stdexcept>
#include <unordered_map>

#include "foundation/rpc/calls/audience.h"
#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FileDescriptor;

const google::protobuf::MethodDescriptor* FindMethod(const FileDescriptor& file, const Descriptor& request) {
  for (int s = 0; s < file.service_count(); ++s) {
    for (int m = 0; m < file.service(s)->method_count(); ++m) {
      if (file.service(s)->method(m)->input_type() == &request) return file.service(s)->method(m);
    }
  }
  return nullptr;
}

bool IsForSomeUsers(const options::v1::Access& access) {
  return access.audience() != options::v1::AUDIENCE_UNSPECIFIED && access.audience() != options::v1::AUDIENCE_USERS;
}

Error Forbidden(const std::string& reason, Text text) {
  return Error(Code::kPermissionDenied, {reason, "", std::move(text)});
}

void CheckUser(const options::v1::Access& access, const Caller& caller) {
  if (Includes(access.audience(), caller.role)) return;
  throw Forbidden("ROLE_NOT_ALLOWED", {"Your role may not do this.", "Ваша роль не позволяет это сделать."});
}

void CheckService(const options::v1::Access& access, const Caller& caller) {
  if (std::ranges::find(access.services(), caller.service) == access.services().end()) {
    throw Forbidden("SERVICE_NOT_ALLOWED", {"This service may not do this.", "Этому сервису это не разрешено."});
  }
  if (caller.account_id != 0 || access.accountless()) return;
  throw Error(Code::kInvalidArgument, {"ACCOUNT_REQUIRED",
                                       "",
                                       {"A service must name the account in the metadata voronka-account.",
                                        "Сервис должен назвать аккаунт в метаданных voronka-account."}});
}

}  // namespace

MethodPolicy::MethodPolicy(const google::protobuf::MethodDescriptor& method)
    : method(&method),
      name(method.full_name()),
      access(method.options().GetExtension(options::v1::access)),
      writes(method.options().idempotency_level() != google::protobuf::MethodOptions::NO_SIDE_EFFECTS),
      guarded(writes && (IsForSomeUsers(access) || access.confirm_role())),
      request_id(method.input_type()->FindFieldByName("request_id")) {}

std::string MethodPolicy::RequestIdOf(const google::protobuf::Message& request) const {
  return request_id == nullptr ? "" : request.GetReflection()->GetString(request, request_id);
}

void MethodPolicy::CheckMayCall(const Caller& caller) const {
  if (access.public_()) return;
  caller.IsService() ? CheckService(access, caller) : CheckUser(access, caller);
}

const MethodPolicy& MethodPolicy::OfRequest(const Descriptor& request) {
  static std::mutex mutex;
  static std::unordered_map<const Descriptor*, MethodPolicy> policies;
  std::lock_guard lock(mutex);
  if (const auto found = policies.find(&request); found != policies.end()) return found->second;
  const auto* method = FindMethod(*request.file(), request);
  if (method == nullptr) throw std::logic_error("no method takes " + request.full_name());
  return policies.emplace(&request, *method).first->second;
}

}  // namespace voronka::rpc
