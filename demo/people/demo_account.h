#pragma once

#include <string>
#include <string_view>

#include "demo/people/people.h"
#include "voronka/crm/v1/user.pb.h"

namespace voronka::demo {

// The solution of the account that ./deploy/run makes.
inline constexpr std::string_view kUsualSolution = "wholesale";

// An account of the demo. Each solution has one of its own.
class DemoAccount {
 public:
  explicit DemoAccount(std::string_view solution) : solution_(solution) {}

  const std::string& solution() const { return solution_; }
  // «Демо», «Демо school».
  std::string name() const;
  // `anna@demo.voronka`, in the account of another solution `anna@school.voronka`.
  std::string LoginOf(const DemoPerson& person) const;
  // The person as a user of the account.
  crm::v1::User UserOf(const DemoPerson& person) const;
  // A request_id of the installation for what is done once: `demo/account`, `school/account`.
  std::string RequestId(std::string_view what) const;

 private:
  bool IsUsual() const { return solution_ == kUsualSolution; }
  std::string_view short_name() const { return IsUsual() ? "demo" : std::string_view(solution_); }

  std::string solution_;
};

}  // namespace voronka::demo
