#include "crm_service/work/filters/subject_tables.h"

#include "crm_service/clients/filters/client_tables.h"
#include "crm_service/sales/filters/deal_table.h"
#include "crm_service/work/filters/task_source.h"

namespace voronka::crm {

const FilterTable& TableOfSubject(v1::FilterSubject subject) {
  switch (subject) {
    case v1::FILTER_SUBJECT_DEALS:
      return DealTable();
    case v1::FILTER_SUBJECT_CONTACTS:
      return ContactTable();
    case v1::FILTER_SUBJECT_COMPANIES:
      return CompanyTable();
    default:
      return TaskTable();
  }
}

}  // namespace voronka::crm
