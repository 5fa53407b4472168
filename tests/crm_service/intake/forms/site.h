#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/crm_service/office.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::testing {

inline crm::v1::CreateFormRequest NewForm() {
  crm::v1::CreateFormRequest request;
  request.mutable_form()->set_name("Форма на главной");
  return request;
}

// It shows a text of consent, and may require consent.
inline crm::v1::CreateFormRequest FormWithConsent(bool required) {
  auto request = NewForm();
  request.mutable_form()->set_consent_text("Согласен на обработку персональных данных");
  request.mutable_form()->set_consent_text_version("2026-01");
  request.mutable_form()->set_consent_required(required);
  return request;
}

inline crm::v1::UpdateFormRequest Disabling(const crm::v1::Form& form) {
  crm::v1::UpdateFormRequest request;
  request.set_form_id(form.id());
  request.mutable_form()->set_state(crm::v1::Form::STATE_DISABLED);
  return request;
}

// What the form sent that is no field of an inquiry, by the name it had there.
inline std::map<std::string, std::string> SentIn(const crm::v1::Inquiry& inquiry) {
  return {inquiry.sent().values().begin(), inquiry.sent().values().end()};
}

// An office with a form on its site, and the gateway that submits it.
struct Site : Office {
  explicit Site(const crm::v1::CreateFormRequest& wanted = NewForm())
      : form(olga.Call<crm::v1::Form>(wanted)), gateway(Crm().Service("gateway")) {}

  const crm::v1::Form form;
  client::Client gateway;

  using Values = std::vector<std::pair<std::string, std::string>>;

  crm::v1::SubmitFormRequest Filled(const Values& values, const std::string& submission_id = "") const {
    crm::v1::SubmitFormRequest request;
    request.set_key(form.key());
    request.set_submission_id(submission_id);
    for (const auto& [name, text] : values) {
      auto& value = *request.add_values();
      value.set_name(name);
      value.set_value(text);
    }
    return request;
  }

  crm::v1::SubmitFormResponse Send(const crm::v1::SubmitFormRequest& request) {
    return gateway.Call<crm::v1::SubmitFormResponse>(request);
  }
  crm::v1::Inquiry Received(const crm::v1::SubmitFormRequest& request) {
    crm::v1::GetInquiryRequest get;
    get.set_inquiry_id(Send(request).inquiry_id());
    return olga.Call<crm::v1::Inquiry>(get);
  }
  crm::v1::Inquiry Received(const Values& values) { return Received(Filled(values)); }

  std::string RefusalOf(const crm::v1::SubmitFormRequest& request) { return FailureOf(gateway, request).reason(); }
};

}  // namespace voronka::testing
