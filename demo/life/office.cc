#include "demo/life/office.h"

#include <algorithm>
#include <stdexcept>

#include "demo/people/all_pages.h"
#include "demo/people/login.h"

namespace voronka::demo {
namespace {

using crm::v1::Form;

int64_t UserIdOf(const client::Channels& channels, const process::Clock& clock, const std::string& login) {
  return LogIn(channels, clock, login)->tokens().user().id();
}

}  // namespace

Office::Office(const client::Channels& channels, const process::Clock& clock, const DemoAccount& account)
    : account_(account),
      site_(channels, LogIn(channels, clock, account.LoginOf(kAdmin))),
      head_of_sales_(channels, LogIn(channels, clock, account.LoginOf(kHeadOfSales))) {
  for (const DemoPerson& manager : kManagers) {
    managers_.emplace_back(channels, LogIn(channels, clock, account.LoginOf(manager)));
  }
  head_of_sales_id_ = UserIdOf(channels, clock, account.LoginOf(kHeadOfSales));
  ReadFields();
  ReadPipelines();
  ReadForms();
}

void Office::ReadFields() {
  const auto answer = site_.Call<crm::v1::ListFieldSetsResponse>(crm::v1::ListFieldSetsRequest());
  for (const auto& set : answer.field_sets()) fields_[set.entity()] = set;
}

void Office::ReadPipelines() {
  const auto answer = site_.Call<crm::v1::ListPipelinesResponse>(crm::v1::ListPipelinesRequest());
  pipelines_.assign(answer.pipelines().begin(), answer.pipelines().end());
}

void Office::ReadForms() {
  ForEachPage<crm::v1::ListFormsResponse>(site_, crm::v1::ListFormsRequest(), [&](const auto& page) {
    forms_.insert(forms_.end(), page.forms().begin(), page.forms().end());
  });
}

const crm::v1::Field& Office::field(const FieldPlace& place) const {
  const auto& all = fields(place.entity).fields();
  const auto found = std::ranges::find(all, place.key, &crm::v1::Field::key);
  if (found == all.end()) throw std::runtime_error("the account has no field " + place.key);
  return *found;
}

const Form* Office::FormTo(const crm::v1::Pipeline& pipeline) const {
  const auto leads_there = [&](const Form& form) {
    return form.pipeline().empty() ? pipeline.default_for_inquiries() : form.pipeline() == pipeline.key();
  };
  const auto found = std::ranges::find_if(forms_, leads_there);
  return found == forms_.end() ? nullptr : &*found;
}

}  // namespace voronka::demo
