#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "tests/gateway/served/premises.h"
#include "voronka/crm/v1/form.pb.h"
#include "voronka/crm/v1/inquiry.pb.h"

namespace voronka::testing {

constexpr char kUrlencoded[] = "application/x-www-form-urlencoded";

// A form on a company's site, and a visitor who posts it from a unique address, so that no rate limit is shared.
class SiteForm {
 public:
  // The fields that matter; the form has its own name.
  explicit SiteForm(Premises& premises, crm::v1::Form form = {});

  // Urlencoded, unless the headers say otherwise.
  HttpAnswer Post(const std::string& body, const HttpHeaders& headers = {});
  HttpRequest Posting(const std::string& body, const HttpHeaders& headers = {}) const;
  HttpClient& http() { return http_; }
  const std::string& path() const { return path_; }

  const crm::v1::Form& form() const { return form_; }
  // How many were refused, and why, once there is one of that reason.
  std::map<std::string, int64_t> Refusals(const std::string& reason) const;
  // The inquiries from this form, oldest first.
  std::vector<crm::v1::Inquiry> Inquiries() const;
  // The only one.
  crm::v1::Inquiry Inquiry() const;

 private:
  Premises& premises_;
  const crm::v1::Form form_;
  const std::string path_;
  const std::string address_;
  HttpClient http_;
};

// What a browser says of itself when a page sends a form.
inline const HttpHeaders kBrowser = {{"accept", "text/html,application/xhtml+xml,*/*;q=0.8"},
                                     {"accept-language", "ru"}};

// A form that asks for consent and cannot do without.
crm::v1::Form WithConsent();

// The reason of a refusal, as a script gets it.
std::string ReasonIn(const HttpAnswer& answer);

}  // namespace voronka::testing
